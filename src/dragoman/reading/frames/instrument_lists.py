"""Several instruments told at once: "a treaty and two protocols", "accords with A (2013) and B (2020)"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.frames.frame import Frame
from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.noun_phrases import joins_name
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["by_partner", "has_partner", "listed", "partners_of_others"]

_JOINING = frozenset({",", "and", "along with", "as well as", "together with", "plus"})
_STARTING = frozenset({"a", "an", "the", "and"})
_INCLUDING = words("frames.instrument_lists", "including")
_COUNTING = words("frames.instrument_lists", "counting")


def has_partner(s: Sentence, noun: int, rule: Rule) -> bool:
    """Whether an instrument of a list has parties of its own behind it: "and a protocol with Senegal"."""
    for m in s.mentions:
        if m.item > noun and m.cue in ("with", "between") and s.clause[m.item] == s.clause[noun]:
            return not any(s.noun[k] in rule.modes for k in range(noun + 1, m.item))
    return False


def partners_of_others(s: Sentence, named: int, rule: Rule) -> frozenset[str]:
    """Parties that hang on another instrument of the sentence: "an accord with A and a protocol with B"."""
    out: set[str] = set()
    for m in s.mentions:
        if m.cue != "with" or named < 0:
            continue
        if s.clause[m.item] != s.clause[named]:
            out |= set(m.codes)
            continue
        nearest = next((k for k in range(m.item - 1, -1, -1) if s.noun[k] in rule.modes), -1)
        if nearest >= 0 and nearest != named and (nearest > named or m.item < named):
            out |= set(m.codes)
    return frozenset(out)


def listed(f: Frame, s: Sentence, after: int) -> list[Frame]:
    """One more frame for each further instrument of a list: "a treaty, a protocol and two accords"."""
    out = []
    for j in range(max(f.noun_item, after) + 1, s.n):
        if s.lowers[j] in (";", ":", "(") or (j in s.verb_at and not s.verb_at[j].reduced):
            break
        k = j
        while k > f.noun_item and s.kinds[k] in "wP" and (s.lowers[k] not in _STARTING or joins_name(s, k)):
            if s.lowers[k] in _COUNTING:
                break
            k -= 1
        named = s.lowers[k] == "the" and s.text[s.starts[j]].isupper()
        counted = s.kinds[k] == "Q" or s.lowers[k] in _COUNTING
        joined = (s.lowers[k] in ("a", "an") or named or counted) and s.lowers[k - 1] in _JOINING | _INCLUDING
        if j + 1 in s.verb_at and s.verb_at[j + 1].finite:
            break  # "signed a contract, a statement said"
        bare = s.lowers[k] == "and" and j - k <= 3 and s.lowers[j].endswith(("s", "memoranda"))
        joined = joined or (bare and s.lowers[k + 1] in ("of", s.lowers[j]))  # "and of memoranda on ports"
        # "a pact with Chad and trade agreements with Mali"
        joined = joined or (
            bare and s.lowers[j + 1 : j + 2] == ["with"] and "with" in s.lowers[f.noun_item : k]
        )
        if joined and s.noun[j] in f.rule.modes and (j + 1 >= s.n or s.noun[j + 1] not in f.rule.modes):
            mode = f.rule.modes[s.noun[j]]
            out.append(replace(f, mode=mode, noun_item=j, listed=True, because=dict(f.because)))
    return out


def by_partner(f: Frame, s: Sentence) -> list[Frame]:
    """One frame for each partner that has a date of its own in brackets behind it, or nothing.

    Partners joined before one date share it: "accords with A and B (2020) and with C (2022)".
    """
    partners = [
        m for m in s.mentions if m.item > f.noun_item >= 0 and not m.owner and set(m.codes) <= set(f.actor)
    ]
    groups: list[tuple[tuple[str, ...], str | None]] = []
    waiting: tuple[str, ...] = ()
    for m in partners:
        waiting += m.codes
        i = m.item + 1
        if (
            s.lowers[i : i + 1] == ["("]
            and s.kinds[i + 1 : i + 2] == ["D"]
            and s.lowers[i + 2 : i + 3] == [")"]
        ):
            groups.append((waiting, s.refs[i + 1].edtf))
            waiting = ()
    holders = tuple(c for c in f.actor if not any(c in m.codes for m in partners))
    if len(groups) < 2 or waiting or len(holders) != 1:
        return []
    return [
        replace(f, actor=(*holders, *codes), date=edtf, listed=True, because=dict(f.because))
        for codes, edtf in groups
    ]
