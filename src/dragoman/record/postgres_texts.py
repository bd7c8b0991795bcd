"""Text that PostgreSQL would refuse: U+0000 goes in and comes out under a mark.

Documents keep every character, for offsets count them; PostgreSQL's text has no U+0000. The mark
is U+FDD0, which Unicode sets aside for a program's own use; where a text has it, it is marked too.
"""

from __future__ import annotations

from typing import Any

__all__ = ["keep_every_character", "marked", "unmarked"]

_MARK = "\ufdd0"
_ITSELF, _NUL = "\ufdd1", "\ufdd2"


def marked(text: str) -> str:
    """The text without U+0000."""
    if "\x00" not in text and _MARK not in text:
        return text
    return text.replace(_MARK, _MARK + _ITSELF).replace("\x00", _MARK + _NUL)


def unmarked(text: str) -> str:
    """The text as it was before `marked`."""
    if _MARK not in text:
        return text
    return text.replace(_MARK + _NUL, "\x00").replace(_MARK + _ITSELF, _MARK)


def keep_every_character(connection: Any) -> None:
    """Mark what goes over a connection, unmark what comes."""
    from psycopg.types.string import StrDumper, TextLoader

    class Marking(StrDumper):
        def dump(self, obj: str) -> Any:
            return super().dump(marked(obj))

    class Unmarking(TextLoader):
        def load(self, data: Any) -> str | bytes:
            found = super().load(data)
            return unmarked(found) if isinstance(found, str) else found

    connection.adapters.register_dumper(str, Marking)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, Unmarking)
