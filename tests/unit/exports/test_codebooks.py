"""Codebooks name every field that an export has, and nothing that it has not."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from dragoman.desk.exports import export_to, exporters
from dragoman.desk.holdings import Taken
from dragoman.errors import UsageError
from dragoman.output.exports import Bundle
from dragoman.output.exports.codebooks import fields_of
from dragoman.output.exports.polecat import POLECAT
from dragoman.output.exports.sdmx_csv import COLUMNS as SDMX
from dragoman.output.exports.tidy import TABLES
from dragoman.output.statements import COLUMNS
from tests.unit.exports.conftest import written


def _names(format: str) -> list[str]:
    return [f["field"] for f in fields_of(format)]


def test_every_format_has_a_codebook() -> None:
    for name in exporters():
        fields = fields_of(name)
        assert fields and all(f["description"] and f["type"] for f in fields)
        assert len({f["field"] for f in fields}) == len(fields)


def test_codebooks_of_tables_are_their_columns() -> None:
    assert _names("csv") == _names("parquet") == list(COLUMNS)
    assert _names("polecat") == list(POLECAT)
    assert _names("sdmx-csv") == list(SDMX)
    wanted = [f"{table}.{column}" for table, columns in TABLES.items() for column in columns]
    assert _names("tables") == _names("sqlite") == wanted


@pytest.mark.parametrize("name", ["jsonl", "plover", "ftm"])
def test_codebooks_of_objects_name_every_key(name: str, examples: Bundle) -> None:
    seen = {key for line in written(name, examples)[0].decode().splitlines() for key in json.loads(line)}
    assert seen == set(_names(name))


def test_the_codebook_of_geojson_names_every_property(examples: Bundle) -> None:
    features = json.loads(written("geojson", examples)[0])["features"]
    assert {key for f in features for key in f["properties"]} == set(_names("geojson"))


def test_the_sidecar_says_what_the_file_is(examples: Bundle, tmp_path: Path) -> None:
    taken = Taken(
        [
            (d, [s for s in examples.statements if s.evidence.document == d.name])
            for d in examples.documents.values()
        ]
    )
    done = export_to("polecat", taken, tmp_path / "events.tsv")
    assert [p.name for p in done.files] == ["events.tsv", "events.tsv.codebook.json"]
    beside = json.loads(done.files[1].read_text(encoding="utf-8"))
    assert beside["sha256"] == hashlib.sha256(done.files[0].read_bytes()).hexdigest()
    assert beside["left_out"] == dict(done.left_out) and sum(done.left_out.values()) > 0
    assert beside["made_by"].startswith("dragoman ") and len(beside["fields"]) == 40
    assert {s["document"] for s in beside["sources"]} <= set(examples.documents)


def test_nothing_is_left_of_an_export_that_fails(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no export format"):
        export_to("none", Taken(), tmp_path / "x")
    with pytest.raises(UsageError, match="cannot write"):
        export_to("csv", Taken(), tmp_path / "no" / "x.csv")
    assert list(tmp_path.iterdir()) == []
