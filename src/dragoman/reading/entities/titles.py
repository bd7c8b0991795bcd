"""Words of offices and names: loads ``titles.yaml`` and reads names forwards and backwards.

A name is a run of capitalised words, initials and particles ("Hamad bin Isa Al-Khalifa",
"Joseph R. Biden, Jr."); it ends before words of office, headline verbs and names of parties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.reading.yaml_files import parse_yaml

__all__ = ["CAPITALS", "Titles", "load_titles"]

CAPITALS = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
"""Capital letters of the Latin blocks."""

_WORD = (
    rf"(?:(?:[AE]l|[Aa]l|[Ee]l|[Oo]l|Ag|ad|as|ar|an|at|ash|az)-)?[{CAPITALS}][\w]*(?:(?:[-–]|'(?!s\b))[\w]+)*"
)
_INITIALS = rf"(?:(?:[{CAPITALS}]|Ch|Dz|Kh|Sh|Ts|Ya|Yu|Zh)\.[ ]?)+(?=[{CAPITALS}])"
_GENERATION = re.compile(r",? (?:Jr|Sr)\b\.?$| [IVX]+$")
_NICKNAME = re.compile(rf" [“\"'‘][{CAPITALS}][\w-]{{1,15}}[”\"'’] ")
"""Another name set in a name: "José “Pepe” Mujica"."""
_MAX_WORDS = 6
_KEYS = {
    "since", "source", "heads", "honorifics", "portfolios", "regions", "stops", "capitalised", "forenames", "loose", "own", "family_first", "given_first",
    "two_surnames", "particles",
}  # fmt: skip


@dataclass(frozen=True)
class Titles:
    """Word lists of offices, with the compiled patterns for names."""

    heads: frozenset[str]
    plurals: frozenset[str]
    honorifics: frozenset[str]
    portfolios: frozenset[str]
    regions: frozenset[str]
    stops: frozenset[str]
    forenames: frozenset[str]
    loose: frozenset[str]
    own: Mapping[str, str]
    family_first: frozenset[str]
    given_first: frozenset[str]
    two_surnames: frozenset[str]
    particles: frozenset[str]
    _token: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _particle: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _suffix: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = "|".join(sorted(map(re.escape, self.particles), key=len, reverse=True))
        object.__setattr__(
            self, "_token", re.compile(rf"(?:{_INITIALS})?(?:{_WORD})|{_INITIALS}|[{CAPITALS}]\.(?= )")
        )
        object.__setattr__(self, "_particle", re.compile(rf"(?:(?:{parts})[ ])+(?=[{CAPITALS}])"))
        object.__setattr__(
            self, "_suffix", re.compile(r",? (?:Jr|Sr)\b\.?| (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI)\b")
        )

    def name_at(self, text: str, start: int, limit: int) -> int | None:
        """End of the name that begins at ``start`` and ends by ``limit``; None where no name begins there."""
        at, end, count = start, None, 0
        while at < limit and count < _MAX_WORDS:
            particle = None
            if count:
                particle = self._particle.match(text, at)
                if particle:
                    at = particle.end()
            token = self._token.match(text, at, limit)
            if token is None:
                break
            word = token.group()
            named = not count and word in self.forenames and self._goes_on(text, token.end(), limit)
            if (
                (word in self.stops and not particle and not named)
                or word in self.portfolios
                or word in self.heads
                or word in self.plurals
            ):
                break
            end, count = token.end(), count + 1
            nickname = _NICKNAME.match(text, end, limit)
            if nickname and self._token.match(text, nickname.end(), limit):
                at = nickname.end()
                continue
            suffix = self._suffix.match(text, end)
            if suffix:
                return int(suffix.end())
            if text[end : end + 1] != " ":
                break
            at = end + 1
        return end

    def _goes_on(self, text: str, end: int, limit: int) -> bool:
        """Whether another word of a name stands behind a space."""
        if text[end : end + 1] != " " or (behind := self._token.match(text, end + 1, limit)) is None:
            return False
        return behind.group() not in self.stops | self.portfolios | self.heads | self.plurals

    def name_before(self, text: str, end: int, floor: int) -> int | None:
        """Start of the name that ends at ``end``; None where none does. The first word after an office begins it."""
        floor = max(floor, end - 80)
        window = text[floor:end]
        starts = [m.start() for m in re.finditer(r"(?<![\w.'-])\S", window)]
        best: int | None = None
        for begin in reversed(starts):
            stop = self.name_at(text, floor + begin, end)
            if stop == end:
                best = floor + begin
            elif best is not None and begin + floor < best:
                word = text[floor + begin : best].strip()
                if word not in self.particles:
                    break
        while best is not None:
            first = text[best:end].split(" ", 1)[0]
            if first in self.honorifics and " " in text[best:end]:
                best += len(first) + 1
            else:
                break
        return best

    def short_form(self, name: str, country: str | None) -> tuple[str, ...]:
        """What the text may later call the bearer of a full name: surname, with and without particles."""
        words = _GENERATION.sub("", name).split(" ")
        if len(words) < 2:
            return (words[0],)
        if country in self.family_first:
            return (words[0], words[-1]) if len(words[-1]) > 3 else (words[0],)
        forms = [words[-1]]
        cut = len(words) - 1
        while cut > 1 and words[cut - 1] in self.particles:
            cut -= 1
        if cut < len(words) - 1:
            forms.insert(0, " ".join(words[cut:]))
        if country in self.two_surnames and len(words) > 2 and words[-2] not in self.particles:
            # "Julio De Vido" has one surname, of two words
            forms.append(f"{words[-2]} {words[-1]}" if words[-2].lower() in self.particles else words[-2])
        if country in self.given_first and words[0] not in self.honorifics:
            forms.append(words[0])
        return tuple(f for f in forms if len(f) > 1)


@lru_cache(maxsize=1)
def load_titles() -> Titles:
    """The package's word lists.

    Raises
    ------
    RuleError
        A key of the file is unknown or missing.
    """
    data = parse_yaml((files("dragoman") / "data" / "gazetteer" / "titles.yaml").read_text(encoding="utf-8"))
    if set(data) != _KEYS:
        wrong = sorted(set(data) ^ _KEYS)
        raise RuleError(
            f"keys {wrong}", where="titles.yaml", remedy=f"the keys are {', '.join(sorted(_KEYS))}"
        )
    cased = frozenset(data["capitalised"])
    heads = frozenset(
        h for head in data["heads"] for h in (head, head if head.isupper() or head in cased else head.lower())
    )
    plurals = frozenset(f"{h}s" for h in heads)
    sets = {
        k: frozenset(data[k])
        for k in (
            "honorifics",
            "portfolios",
            "regions",
            "stops",
            "forenames",
            "loose",
            "family_first",
            "given_first",
            "two_surnames",
            "particles",
        )
    }
    return Titles(heads=heads, plurals=plurals, own=data["own"], **sets)
