"""Every form of every party is found, and the table agrees with independent sources."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from dragoman.codes import countries
from dragoman.codes.tables import read_rows
from dragoman.reading.entities.parties import Gazetteer, plain_text
from dragoman.reading.entities.party_contexts import load_context_rules

_GAZETTEER = Gazetteer.load()
_NEEDS = {row["form"]: row["needs"] for row in read_rows("party_forms.csv")}
_ACCEPTED = Path(__file__).parent / "territory_disagreements.csv"


def _found(form: str, needs: str) -> list[tuple[str, tuple[str, ...]]]:
    context = f" (of {needs.split('|')[0]} fame)" if needs else ""
    text = f"the delegation that {form} sent arrived{context}"
    return [(m.text, m.codes) for m in _GAZETTEER.mentions(text)][:1]


def test_every_listed_form_is_found_with_its_code():
    missed = []
    for form, kind, codes in _GAZETTEER.forms():
        needs = _NEEDS.get(form) or next((n for f, n in _NEEDS.items() if f.upper() == form), "")
        found = _found(form, needs)
        if [c for _, c in found] != [codes] or plain_text(found[0][0]) != form:
            missed.append((form, kind, codes, found))
    assert missed == []


def test_every_living_country_has_a_name_and_a_demonym():
    kinds = {(code, kind) for _, kind, (code,) in _GAZETTEER.forms()}
    lacking = [
        (c.alpha3, kind)
        for c in countries()
        if c.kind == "state"
        for kind in ("name", "demonym")
        if (c.alpha3, kind) not in kinds
    ]
    # Congolese and Dominican go to the larger neighbour (a context rule tells the Congos apart)
    assert lacking == [("COG", "demonym"), ("DMA", "demonym"), ("VAT", "demonym")]


def test_no_form_is_listed_twice():
    counted = Counter(row["form"] for row in read_rows("party_forms.csv"))
    assert [form for form, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("rule", load_context_rules(), ids=lambda r: r.id)
def test_context_rules_fit_their_examples_and_no_counter_example(rule):
    for text in rule.examples:
        assert _verdict(text) == rule.then, text
    for text in rule.counter_examples:
        assert _verdict(text) != rule.then, text


def _verdict(marked: str) -> str:
    """``drop``, ``affiliate`` or the code, for the bracketed name of an example."""
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    for m in _GAZETTEER.mentions(text):
        if m.start <= start and end <= m.end:
            return "affiliate" if m.form == "affiliate" else "/".join(m.codes)
    return "drop"


def _accepted() -> dict[tuple[str, str], str]:
    with _ACCEPTED.open(encoding="utf-8", newline="") as file:
        return {(row["source"], row["form"]): row["theirs"] for row in csv.DictReader(file)}


def test_country_forms_agree_with_rigour():
    lookup_territory = pytest.importorskip("rigour.territories").lookup_territory

    by_alpha2 = {c.alpha2.lower(): c.alpha3 for c in countries() if c.kind != "former"}
    known = {c.alpha3 for c in countries() if c.kind != "former"}
    accepted, differing, agreed = _accepted(), [], 0
    for row in read_rows("party_forms.csv"):
        if row["code"] not in known or row["kind"] not in ("name", "demonym", "capital"):
            continue
        territory = lookup_territory(row["form"])
        if territory is None:
            continue
        theirs = by_alpha2.get(territory.code.split("-")[0], territory.code)
        if theirs == row["code"]:
            agreed += 1
        elif accepted.get(("rigour", row["form"])) != theirs:
            differing.append((row["form"], row["code"], theirs))
    assert differing == []
    assert agreed > 900


def test_country_names_agree_with_babel():
    from babel import Locale
    from babel.core import get_global

    names = Locale("en").territories
    codes = get_global("territory_aliases")
    accepted, differing = _accepted(), []
    for c in countries():
        if c.kind == "former":
            continue
        if c.alpha3 != "XKX":
            assert codes[c.alpha3] == [c.alpha2], c
            assert codes[c.m49] == [c.alpha2], c
        found = [m.codes for m in _GAZETTEER.mentions(names[c.alpha2].replace("’", "'"))]
        if found[:1] != [(c.alpha3,)] and ("babel", names[c.alpha2]) not in accepted:
            differing.append((names[c.alpha2], c.alpha3, found))
    assert differing == []
