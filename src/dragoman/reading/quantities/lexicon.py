"""The words of amounts: numbers, currencies, units, hedges, loaded from ``data/lexicon/en``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError

__all__ = ["Hedge", "Money", "QuantityLexicon", "Unit", "load_quantity_lexicon"]

_FOLDER = "data/lexicon/en"
_HEAD = {"since", "source", "licence"}
_KEYS = {
    "currencies.yaml": _HEAD | {"records", "guarded", "words_as_codes"},
    "units.yaml": _HEAD | {"records"},
    "hedges.yaml": _HEAD | {"before", "after"},
    "numerals.yaml": _HEAD
    | {
        "units",
        "tens",
        "scales",
        "abbreviations",
        "money_only",
        "ordinals",
        "fractions",
        "glyphs",
        "multiples",
    },
}
_RECORD_KEYS = {
    "currencies.yaml": {"id", "names", "of", "alone", "symbols", "pages", "minor", "minor_alone"},
    "units.yaml": {"id", "factor", "names", "symbols"},
}
_BOUNDS = {"lower", "upper", "below", "above", "around", "exact"}
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Money:
    """A currency word: its ISO 4217 code and the parts that make one (100 for cents)."""

    code: str
    parts: int = 1
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A physical unit and the factor to it."""

    id: str
    factor: Decimal = _ONE


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: its words and what it does to the interval."""

    words: str
    bound: str


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """All tables, indexed for matching at a position.

    ``after`` maps the first word of what may follow a number to its phrases, longest first;
    ``signs`` the first character of case-sensitive signs; ``hedges`` the last word of what may
    precede.
    """

    words: Mapping[str, tuple[str, Decimal]]
    abbreviations: Mapping[str, Decimal]
    money_only: frozenset[str]
    multiples: Mapping[str, Decimal]
    glyphs: Mapping[str, tuple[int, int]]
    after: Mapping[str, tuple[tuple[str, Money | Unit], ...]]
    signs: Mapping[str, tuple[tuple[str, Money | Unit], ...]]
    prefixes: Mapping[str, Money]
    folded: Mapping[str, Money]
    names: Mapping[str, Money]
    name_ends: frozenset[str]
    codes: frozenset[str]
    lower_codes: frozenset[str]
    pages: frozenset[str]
    hedges: Mapping[str, tuple[Hedge, ...]]
    tails: Mapping[str, tuple[Hedge, ...]]


@lru_cache(maxsize=1)
def load_quantity_lexicon() -> QuantityLexicon:
    """Read and check the four files; raises `RuleError` naming file and key."""
    numerals, currencies = _read("numerals.yaml"), _read("currencies.yaml")
    units, hedges = _read("units.yaml"), _read("hedges.yaml")
    guarded = set(currencies["guarded"])
    names = _currency_names(currencies["records"], guarded)
    after: dict[str, list[tuple[str, Money | Unit]]] = defaultdict(list)
    signs: dict[str, list[tuple[str, Money | Unit]]] = defaultdict(list)
    for name, money in names.items():
        _index(after, name, money)
    printed = {s: Money(r["id"]) for r in currencies["records"] for s in r.get("symbols", ())}
    prefixes = {s: money for s, money in printed.items() if s[0] != "/"}  # "300/-"
    for sign, money in printed.items():
        if (
            not sign.isascii()
            or sign[0] == "/"
            or "$" in sign
            or len(sign.strip(".")) > 2
            or sign in {"kr", "Ft", "Rs", "DM", "TL"}
        ):
            signs[sign[0]].append((sign, money))
    for record in units["records"]:
        unit = Unit(record["id"], Decimal(record.get("factor", 1)))
        for name in record.get("names", ()):
            for form in _plurals(name):
                _index(after, form.casefold(), unit)
        for sign in record.get("symbols", ()):
            signs[sign[0]].append((sign, unit))
    codes = frozenset(r["id"] for r in currencies["records"])
    return QuantityLexicon(
        words=_number_words(numerals),
        abbreviations={k: Decimal(v) for k, v in numerals["abbreviations"].items()},
        money_only=frozenset(numerals["money_only"]),
        multiples={k: Decimal(str(v)) for k, v in numerals["multiples"].items()},
        glyphs={k: (v[0], v[1]) for k, v in numerals["glyphs"].items()},
        after=_longest_first(after),
        signs=_longest_first(signs),
        prefixes=prefixes,
        folded={s.lower(): m for s, m in prefixes.items() if _folds(s)},
        names=names,
        name_ends=frozenset(name.rpartition(" ")[2] for name in names),
        codes=codes,
        pages=frozenset(r["id"] for r in currencies["records"] if r.get("pages")),
        lower_codes=frozenset(c.lower() for c in codes) - set(currencies["words_as_codes"]),
        hedges=_hedges_before(hedges["before"]),
        tails=_hedges_after(hedges["after"]),
    )


def _read(name: str) -> dict[str, Any]:
    import yaml

    text = files("dragoman").joinpath(_FOLDER, name).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(text, Loader=loader)
    unknown = sorted(set(data) ^ _KEYS[name]) if isinstance(data, dict) else ["not a mapping"]
    if unknown:
        raise RuleError(
            f"unexpected or missing keys {unknown}", where=name, remedy=f"keys: {sorted(_KEYS[name])}"
        )
    for record in data.get("records", ()):
        wrong = sorted(set(record) - _RECORD_KEYS[name])
        if wrong or "id" not in record:
            allowed = sorted(_RECORD_KEYS[name])
            raise RuleError(
                f"record {record!r} has no id or unknown keys {wrong}", where=name, remedy=f"keys: {allowed}"
            )
    return data


def _number_words(numerals: Mapping[str, Any]) -> dict[str, tuple[str, Decimal]]:
    """Word -> (kind, value); see `dragoman.reading.quantities.tokens` for the kinds."""
    words: dict[str, tuple[str, Decimal]] = {}
    for word, value in numerals["units"].items():
        words[word] = ("u", Decimal(value))
    for word, value in numerals["tens"].items():
        words[word] = ("t", Decimal(value))
    for word, value in numerals["scales"].items():
        if word != "score":
            words[word] = ("s", Decimal(value))
        words[word + "s"] = ("v", Decimal(value))
    for word, value in numerals["ordinals"].items():
        words[word], words[word + "s"] = ("o", Decimal(value)), ("p", Decimal(value))
    for word, value in numerals["fractions"].items():
        words[word] = ("f", Decimal(value))
        words[word + "s"] = ("f", Decimal(value))
    words.pop("halfs"), words.pop("halvess")
    for word, value in numerals["multiples"].items():
        words[word] = ("m", Decimal(str(value)))
    words |= {
        "tens": ("v", Decimal(10)),
        "several": ("w", Decimal(3)),
        "few": ("w", Decimal(2)),
        "couple": ("w", Decimal(2)),
    }
    return words


def _folds(sign: str) -> bool:
    """Whether a prefix means the same in lower case: "hk$", "rs.", but not "le", "mt", "k"."""
    return ("$" in sign and sign[0].isalpha()) or sign in {
        "Rs", "Rs.", "Rp", "Rp.", "Tk", "Tk.", "KSh", "KSh.", "NIS", "RMB", "Sfr", "Dkr", "Nkr", "Skr", "FCFA", "Php", "SDR",
    }  # fmt: skip


def _plurals(name: str) -> Iterable[str]:
    yield name
    if not name.endswith("s"):
        yield name + ("es" if name.endswith(("ch", "sh", "x")) else "s")


def _currency_names(records: list[dict[str, Any]], guarded: set[str]) -> dict[str, Money]:
    """Every name, plural and "of" form, casefolded, to its currency."""
    bare: dict[str, list[str]] = defaultdict(list)
    marked: dict[str, str] = {}
    found: dict[str, Money] = {}
    for record in records:
        code, alone = record["id"], record.get("alone", False)
        forms = {f.casefold() for name in record.get("names", ()) for f in _plurals(name)}
        chosen = forms if alone is True else {f.casefold() for n in alone or () for f in _plurals(n)}
        for form in forms:
            bare[form].append(code)
            if form in chosen:
                marked[form] = code
        for of in record.get("of", ()):
            found |= {f"{of} {form}".casefold(): Money(code) for form in forms}
        alone_parts = set(record.get("minor_alone", ()))
        for part, parts in record.get("minor", {}).items():
            for form in (f.casefold() for f in _plurals(part)):
                found |= {f"{of} {form}".casefold(): Money(code, parts) for of in record.get("of", ())}
                if part in alone_parts:
                    found[form] = Money(code, parts)
    for form, codes in bare.items():
        if len(codes) > 1 and form not in marked:
            raise RuleError(
                f"{form!r} names {codes}", where="currencies.yaml", remedy="mark one of them alone"
            )
        found[form] = Money(marked.get(form, codes[0]), guarded=form in guarded)
    return {name.replace("-", " "): money for name, money in found.items()}


def _index(table: dict[str, list[tuple[str, Money | Unit]]], phrase: str, meaning: Money | Unit) -> None:
    phrase = phrase.replace("-", " ")
    end = next((i for i, c in enumerate(phrase) if not c.isalpha()), len(phrase))
    table[phrase[:end]].append((phrase, meaning))


def _longest_first(
    table: Mapping[str, list[tuple[str, Money | Unit]]],
) -> dict[str, tuple[tuple[str, Money | Unit], ...]]:
    return {k: tuple(sorted(v, key=lambda item: (-len(item[0]), item[0]))) for k, v in table.items()}


def _hedges_before(groups: Mapping[str, list[str]]) -> dict[str, tuple[Hedge, ...]]:
    table: dict[str, list[Hedge]] = defaultdict(list)
    for bound, phrases in groups.items():
        if bound not in _BOUNDS:
            raise RuleError(f"bound {bound!r}", where="hedges.yaml", remedy=f"bounds: {sorted(_BOUNDS)}")
        for phrase in phrases:
            table[phrase.split(" ")[-1]].append(Hedge(phrase, bound))
    return {k: tuple(sorted(v, key=lambda h: (-len(h.words), h.words))) for k, v in table.items()}


def _hedges_after(groups: Mapping[str, list[str]]) -> dict[str, tuple[Hedge, ...]]:
    """Hedges that follow, by their first character."""
    table: dict[str, list[Hedge]] = defaultdict(list)
    for bound, phrases in groups.items():
        for phrase in phrases:
            table[phrase[0]].append(Hedge(phrase, bound))
    return {k: tuple(sorted(v, key=lambda h: (-len(h.words), h.words))) for k, v in table.items()}
