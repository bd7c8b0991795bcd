"""The development set obeys the contract: evidence where it says, legal words, compiled afresh."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.periods import is_period
from dragoman.model.statements import KINDS, MEASURES, STATUSES
from tests.quality.compile_devset import DEVSET, body_of, compile_passage
from tests.quality.corpora import load_gold
from tests.quality.scoring import Tally

SILENCE = DEVSET.parent / "silence"
PASSAGES = sorted((DEVSET / "texts").glob("*.txt"))
UNIT = re.compile(r"[A-Z]{3}|percent|points|1|[A-Za-z/0-9]{1,6}")
FIELDS = {
    *("kind", "mode", "actor", "recipient", "date", "status", "people", "organisations", "place"),
    *("object", "count", "attribution", "evidence", "measure", "value", "unit", "base", "product"),
    *("optional", "also", "also_kind"),
}


def _codes() -> set[str]:
    folder = resources.files("dragoman.data").joinpath("codes")
    tables = (folder.joinpath(f"{name}.csv").read_text(encoding="utf-8") for name in ("countries", "bodies"))
    return {line.split(",")[0] for table in tables for line in table.splitlines()}


CODES = _codes()


def statements() -> list[Any]:
    out = []
    for path in sorted(DEVSET.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            out.append(pytest.param(json.loads(line), id=f"{path.stem}:{number}"))
    return out


@pytest.mark.parametrize("gold", statements())
def test_statement_uses_the_words_of_the_contract(gold: dict[str, Any]) -> None:
    assert set(gold) <= FIELDS
    assert gold["status"] in STATUSES
    assert {gold["mode"], *gold.get("also", [])} <= set(KINDS[gold["kind"]])
    for reading in gold.get("also_kind", []):
        kind, mode = reading.split("/")
        assert mode in KINDS[kind]
    parties = gold["actor"] + gold["recipient"]
    assert gold["actor"] and set(parties) <= CODES
    assert len(parties) == len(set(parties))
    assert all(is_period(gold[key]) for key in ("date", "base") if gold.get(key))
    if gold["kind"] == "figure":
        assert gold["measure"] in MEASURES and UNIT.fullmatch(gold["unit"])
    if gold["kind"] == "quote":
        assert gold.get("people") or gold.get("attribution")


@pytest.mark.parametrize("gold", statements())
def test_evidence_stands_where_the_offsets_say(gold: dict[str, Any]) -> None:
    evidence = gold["evidence"]
    text = body_of((DEVSET / "texts" / evidence["document"]).read_text(encoding="utf-8"))
    assert text[evidence["start"] : evidence["end"]] == evidence["text"] != ""


def test_gold_is_compiled_from_its_notation() -> None:
    for notation in (DEVSET / "notation").glob("*.gold"):
        lines = (DEVSET / f"{notation.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line) for line in lines] == compile_passage(notation), notation.stem


def test_every_text_has_gold_and_every_gold_a_text() -> None:
    names = {path.stem for path in PASSAGES}
    assert names == {path.stem for path in DEVSET.glob("*.jsonl")}
    assert names == {path.stem for path in (DEVSET / "notation").glob("*.gold")}
    silent = {path.stem for path in (SILENCE / "texts").glob("*.txt")}
    assert silent == {path.stem for path in SILENCE.glob("*.jsonl")}


def test_silent_passages_say_nothing() -> None:
    assert all(path.read_text(encoding="utf-8") == "" for path in SILENCE.glob("*.jsonl"))


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_passage_is_as_long_as_a_short_article(path: Path) -> None:
    words = len(body_of(path.read_text(encoding="utf-8")).split())
    assert 40 <= words <= 320


def test_a_third_is_held_out_and_exists() -> None:
    held = (DEVSET / "held_out.txt").read_text(encoding="utf-8").split()
    silent = {path.stem for path in (SILENCE / "texts").glob("*.txt")}
    names = {path.stem for path in PASSAGES} | silent
    assert set(held) <= names and len(held) == len(set(held))
    assert 0.25 <= len(held) / len(names) <= 0.4


@pytest.mark.parametrize("path", sorted(DEVSET.glob("*.jsonl")), ids=lambda path: path.stem)
def test_gold_found_in_full_scores_in_full(path: Path) -> None:
    golds = load_gold(path)
    tally = Tally()
    tally.add(golds, [gold for gold in golds if not gold.get("optional")])
    row = tally.rows()["all"]
    assert (row["missed"], row["extra"]) == (0, 0)
    assert all(rate == 1.0 for rate in tally.slots().values())
