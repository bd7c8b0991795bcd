"""Rulers told of in courtly words without a name: "His Highness the Amir" is of the state in which the text was filed."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["at_court", "style_of"]

_STYLES = frozenset(
    {"highness", "majesty", "excellency", "holiness", "eminence", "serene", "honour", "honor", "grace"}
)
_RULING = frozenset({"highness", "majesty"})
_OFFICES = frozenset({"amir", "emir", "king", "queen", "sultan", "prince", "princess"})


def style_of(s: Sentence, i: int) -> bool:
    """Whether "his" or "her" only opens a style: "His Highness", "Her Royal Majesty"; not "his grace period"."""
    if s.lowers[i] not in ("his", "her") or i + 1 >= s.n or not s.text[s.starts[i + 1]].isupper():
        return False
    return s.lowers[i + 1] in _STYLES or s.lowers[i + 1 : i + 3] in (
        ["royal", "highness"],
        ["imperial", "majesty"],
    )


def at_court(s: Sentence, i: int, state: str | None) -> tuple[tuple[str, ...], str] | None:
    """ "His Highness the Amir" at the item of the office: the ruler of the state given; None for any other office."""
    if state is None or s.lowers[i].rpartition(" ")[2] not in _OFFICES or i < 3:
        return None
    if s.lowers[i + 1 : i + 2] == ["of"] or s.kinds[i + 1 : i + 2] in (["H"], ["P"]):
        return None
    k = i - 1 - (s.lowers[i - 1] == "the")
    styled = s.lowers[k] in _RULING and s.lowers[k - 1] in ("his", "her", "royal")
    styled = styled or s.lowers[k] in ("hh", "hm", "hrh")
    return ((state,), f"the {s.lowers[i]}: of the state in which the text was filed") if styled else None
