"""Sentences that remember what they were made of, so that they can be said in another language.

A message is its English text, and may be used as such everywhere; besides, it knows the template
and the fields that the text was filled from. Fields may be messages themselves.

Examples
--------
>>> told = say("{amount} in {year}", amount=say("at least {number}", number="5"), year="2024")
>>> told
'at least 5 in 2024'
>>> spanish = {"{amount} in {year}": "{amount} en {year}", "at least {number}": "al menos {number}"}
>>> render(told, lambda template, **fields: filled(spanish.get(template, template), fields))
'al menos 5 en 2024'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

__all__ = ["Message", "capital", "filled", "in_a_row", "message_json", "message_of", "render", "say"]


class Message(str):
    """English text with the template and the fields that it was made from; made by `say` and `in_a_row`.

    Where ``template`` is empty the fields follow one another as they are.
    """

    __slots__ = ("fields", "template")
    template: str
    fields: Mapping[str, Any]

    def __new__(cls, text: str, template: str = "", fields: Mapping[str, Any] | None = None) -> Message:
        """A message that reads ``text`` in English."""
        made = super().__new__(cls, text)
        made.template, made.fields = template, fields or {}
        return made

    def __add__(self, other: str) -> Message:
        """The two one after the other."""
        return in_a_row((self, other))

    def __radd__(self, other: str) -> Message:
        """The two one after the other."""
        return in_a_row((other, self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Template and fields go along to another process."""
        return Message, (str(self), self.template, self.fields)


def say(template: str, **fields: Any) -> Message:
    """A message from a template in English, which the catalogue of translations lists.

    Templates stand here as literals: that is how the catalogue finds them. A number field ``n``
    chooses between two forms parted by ``|``; other numbers are words, such as years.
    """
    fields = {k: v if isinstance(v, str) or k == "n" else str(v) for k, v in fields.items()}
    return Message(filled(template, fields), template, fields)


def filled(template: str, fields: Mapping[str, Any]) -> str:
    """A template with its fields filled in; whole numbers get their thousands apart."""
    if "|" in template:
        one, _, many = template.partition("|")
        template = one if fields.get("n") == 1 else many
    if not fields:
        return template
    return template.format_map({k: f"{v:,}" if type(v) is int else v for k, v in fields.items()})


def in_a_row(parts: Iterable[str]) -> Message:
    """Messages, or words that need no translation, one after the other."""
    fields = {str(n): part for n, part in enumerate(part for part in parts if part)}
    return Message("".join(fields.values()), "", fields)


def capital(text: str) -> str:
    """The text with a capital at its beginning, of a message a message."""
    begun = text[:1].upper() + text[1:]
    return Message(begun, text.template, text.fields) if isinstance(text, Message) else begun


def render(text: str, translate: Callable[..., str]) -> str:
    """The text as ``translate(template, **fields)`` says it; what is no message stays as it is."""
    if not isinstance(text, Message):
        return text
    fields = {k: render(v, translate) if isinstance(v, str) else v for k, v in text.fields.items()}
    return translate(text.template, **fields) if text.template else "".join(fields.values())


def message_json(text: str) -> Any:
    """A message as JSON: ``[template, fields]``; plain words as a string."""
    if not isinstance(text, Message):
        return text
    return [
        text.template,
        {k: message_json(v) if isinstance(v, str) else v for k, v in text.fields.items()},
    ]


def message_of(read: Any) -> Any:
    """What `message_json` wrote."""
    if not isinstance(read, list):
        return read
    template, fields = read
    fields = {k: message_of(v) for k, v in fields.items()}
    return say(template, **fields) if template else in_a_row(fields.values())
