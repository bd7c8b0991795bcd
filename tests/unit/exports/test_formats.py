"""Every export read back by the library of its format, or held against its rules."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.desk.exports import exporters
from dragoman.output.exports import Bundle
from dragoman.output.exports.annotations import CONTEXT
from dragoman.output.exports.plover import load_coding
from dragoman.output.exports.polecat import POLECAT
from dragoman.output.exports.sdmx_csv import COLUMNS, DIMENSIONS
from dragoman.output.exports.tidy import TABLES
from dragoman.output.statements import COLUMNS as STATEMENT_COLUMNS
from tests.unit.exports.conftest import NASTY, written


@pytest.fixture(params=["examples", "nasty", "empty"])
def bundle(request: pytest.FixtureRequest) -> Bundle:
    return Bundle() if request.param == "empty" else request.getfixturevalue(request.param)


@pytest.mark.parametrize("name", [n for n in exporters() if n not in ("parquet", "sqlite")])
def test_the_same_bundle_gives_the_same_bytes(name: str, bundle: Bundle) -> None:
    assert written(name, bundle) == written(name, bundle)


@pytest.mark.parametrize("name", ["plover", "polecat", "ftm", "sdmx-csv", "geojson", "icalendar"])
def test_what_is_left_out_is_counted(name: str, bundle: Bundle) -> None:
    data, left_out = written(name, bundle)
    text = data.decode()
    kept = sum(s.id in text for s in bundle.statements)
    assert kept + sum(left_out.values()) >= len(bundle.statements)
    assert all(why and count > 0 for why, count in left_out.items())


def test_csv_has_a_row_for_each_statement(bundle: Bundle) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", bundle)[0].decode(), newline="")))
    assert [row["id"] for row in rows] == [s.id for s in bundle.statements]
    assert all(None not in row for row in rows)
    assert [row["text"] for row in rows] == [s.evidence.text for s in bundle.statements]


def test_parquet_opens_in_polars_and_pyarrow(bundle: Bundle) -> None:
    polars, parquet = pytest.importorskip("polars"), pytest.importorskip("pyarrow.parquet")
    data, _ = written("parquet", bundle)
    frame = polars.read_parquet(io.BytesIO(data))
    assert frame.columns == list(STATEMENT_COLUMNS)
    assert frame["id"].to_list() == [s.id for s in bundle.statements]
    assert parquet.read_table(io.BytesIO(data)).num_rows == len(bundle.statements)


def test_tidy_tables_join_on_their_keys(bundle: Bundle) -> None:
    with zipfile.ZipFile(io.BytesIO(written("tables", bundle)[0])) as archive:
        assert archive.testzip() is None
        read = {
            name: list(csv.DictReader(io.StringIO(archive.read(f"{name}.csv").decode(), newline="")))
            for name in TABLES
        }
    keys = {row["statement"] for row in read["statements"]}
    assert keys == {s.id for s in bundle.statements}
    for name in ("figures", "parties", "people", "organisations", "products", "proofs"):
        assert {row["statement"] for row in read[name]} <= keys
    assert len(read["parties"]) == sum(len(s.actor) + len(s.recipient) for s in bundle.statements)


def _lines(data: bytes) -> Iterator[dict]:  # type: ignore[type-arg]
    for line in data.decode().split("\n"):
        if line:
            yield json.loads(line)


def test_plover_events_have_what_the_manual_asks_for(bundle: Bundle) -> None:
    coding = load_coding()
    for event in _lines(written("plover", bundle)[0]):
        assert {"id", "date", "actor", "event"} <= set(event)
        assert event["quad_code"] == coding.quads[event["event"]]
        assert event["actor"] and all(len(a["code"]) == 3 for a in event["actor"])
        assert event["event"] not in coding.needs_recipient or event["recipient"]
        assert event.get("enddate", event["date"]) >= event["date"]
        assert len(event["date"]) == 10


def test_planned_and_denied_acts_are_no_consultations(nasty: Bundle) -> None:
    found = {e["id"]: e for e in _lines(written("plover", nasty)[0])}
    assert found["st_0123456789abcdef"]["event"] == "CONSULT"
    assert found["st_0123456789abcdef"]["mode"] == "visit"
    assert (found["st_7"]["event"], "future" in found["st_7"]["context"]) == ("AGREE", True)
    assert (found["st_8"]["event"], "negation" in found["st_8"]["context"]) == ("REJECT", True)
    assert found["st_1"]["event"] == "SANCTION"
    assert [a["code"] for a in found["st_a"]["actor"]] == ["KOS", "UNO"]


def test_polecat_rows_have_forty_cells(bundle: Bundle) -> None:
    lines = written("polecat", bundle)[0].decode().splitlines()
    assert len(POLECAT) == 40 and lines[0].split("\t") == list(POLECAT)
    assert all(len(line.split("\t")) == 40 for line in lines)
    read = list(csv.DictReader(lines, delimiter="\t"))
    plover = list(_lines(written("plover", bundle)[0]))
    assert [(r["Event ID"], r["Event Type"]) for r in read] == [(e["id"], e["event"]) for e in plover]


def test_ftm_entities_validate_against_the_model(bundle: Bundle) -> None:
    model = pytest.importorskip("followthemoney").model
    seen: set[str] = set()
    for entity in _lines(written("ftm", bundle)[0]):
        schema = model.get(entity["schema"])
        assert schema is not None and not schema.abstract
        schema.validate(entity)
        assert set(entity["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(entity["properties"])
        proxy = model.get_proxy(entity)
        for prop in proxy.iterprops():
            given = entity["properties"][prop.name]
            # Values that FtM cannot read it drops: what is written must all be kept.
            if prop.type.name in (
                "date",
                "country",
                "number",
                "entity",
                "url",
            ) and "example.org/{" not in str(given):
                assert len(proxy.get(prop)) == len(set(given)), (prop.name, given)
            if prop.type.name == "entity":
                assert set(given) <= seen
        seen.add(entity["id"])


def test_every_contact_is_an_ftm_event(examples: Bundle) -> None:
    entities = list(_lines(written("ftm", examples)[0]))
    told = {e["properties"]["recordId"][0] for e in entities if e["schema"] == "Event"}
    assert {s.id for s in examples.statements if s.kind == "contact"} <= told


def test_sdmx_csv_is_read_by_sdmx1(bundle: Bundle) -> None:
    pytest.importorskip("sdmx")
    from sdmx.model import common, v30
    from sdmx.reader.csv import Reader

    structure = v30.DataStructureDefinition(
        id="DSD_RELATIONS", maintainer=common.Agency(id="DRAGOMAN"), version="1.0"
    )
    for name in DIMENSIONS:
        structure.dimensions.append(common.Dimension(id=name))
    structure.measures.append(v30.Measure(id="OBS_VALUE"))
    attributes = COLUMNS[COLUMNS.index("OBS_VALUE") + 1 :]
    for name in attributes:
        structure.attributes.append(common.DataAttribute(id=name))
    data, left_out = written("sdmx-csv", bundle)
    message = Reader().convert(io.BytesIO(data), structure=structure)
    observations = [o for dataset in message.data for o in dataset.obs]
    assert len(observations) == len(bundle.observations) + len(bundle.statements) - sum(left_out.values())


def test_sdmx_csv_can_be_loaded_again_as_statistics(examples: Bundle) -> None:
    from dragoman.statistics.sdmx_csv import sdmx_csv

    only = Bundle(observations=examples.observations)
    found = sdmx_csv(written("sdmx-csv", only)[0].decode(), "x.csv")
    assert [(o.series.reporter, o.series.partner, o.value) for o in found.observations] == [
        (o.series.reporter, o.series.partner, o.value) for o in examples.observations
    ]


def test_geojson_is_what_rfc_7946_says(bundle: Bundle) -> None:
    pydantic = pytest.importorskip("geojson_pydantic")
    data, _ = written("geojson", bundle)
    found = pydantic.FeatureCollection.model_validate_json(data)
    placed = [s for s in bundle.statements if s.place or s.kind == "contact"]
    assert [f.id for f in found.features] == [s.id for s in placed]


def test_known_places_have_a_position_and_others_none(examples: Bundle, nasty: Bundle) -> None:
    features = json.loads(written("geojson", examples)[0])["features"]
    astana = [f["geometry"]["coordinates"] for f in features if f["properties"]["place"] == "Astana"]
    assert astana and all(70 < lon < 73 and 50 < lat < 52 for lon, lat in astana)
    assert all(f["geometry"] is None for f in json.loads(written("geojson", nasty)[0])["features"])


_ANNOTATION_TERMS = {
    "@version": 1.1,
    "oa": "http://www.w3.org/ns/oa#",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "Dataset": "dctypes:Dataset",
    "Text": "dctypes:Text",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "describing": "oa:describing",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
}
"""The part of the W3C's context that is used, so that no test asks the network for it."""


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser still uses it
def test_json_ld_gives_every_statement_as_an_annotation(bundle: Bundle) -> None:
    rdflib = pytest.importorskip("rdflib")
    found = json.loads(written("jsonld", bundle)[0])
    assert found["@context"] == CONTEXT and CONTEXT[0] == "http://www.w3.org/ns/anno.jsonld"
    for node in found["@graph"]:
        node["body"].pop("statement")  # a literal of JSON, which the parser keeps as text
        node["target"]["source"]["id"] = "urn:x"
    graph = rdflib.Graph().parse(
        data=json.dumps({**found, "@context": [_ANNOTATION_TERMS, CONTEXT[1]]}), format="json-ld"
    )
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))) == len(bundle.statements)
    assert sorted(str(o) for o in graph.objects(None, oa.exact)) == sorted(
        s.evidence.text for s in bundle.statements
    )
    assert len(set(graph.subjects(rdflib.RDF.type, oa.TextPositionSelector))) == len(bundle.statements)


def test_a_quotation_selector_finds_its_passage(examples: Bundle) -> None:
    for node in json.loads(written("jsonld", examples)[0])["@graph"]:
        evidence = node["body"]["statement"]["evidence"]
        quote, position = node["target"]["selector"]
        text = examples.documents[evidence["document"]].text
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert whole in text and text[position["start"] : position["end"]] == quote["exact"]


def test_icalendar_is_read_by_its_library(bundle: Bundle) -> None:
    icalendar = pytest.importorskip("icalendar")
    data, left_out = written("icalendar", bundle)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    assert len(events) == len(bundle.statements) - sum(left_out.values())
    assert not calendar.errors and not any(e.errors for e in events)
    by_id = {s.id: s for s in bundle.statements}
    for event in events:
        told = by_id[str(event["UID"]).removesuffix("@dragoman")]
        assert event.decoded("DTSTART") < event.decoded("DTEND")
        assert " ".join(str(event["DESCRIPTION"]).split()) == " ".join(
            told.evidence.text.replace("\x07", " ").split()
        )


def test_what_is_due_by_a_period_is_due_on_its_last_day(nasty: Bundle) -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(written("icalendar", nasty)[0])
    due = next(e for e in calendar.walk("VEVENT") if e["UID"] == "st_7@dragoman")
    assert due.decoded("DTSTART").isoformat() == "2031-12-31" and str(due["STATUS"]) == "TENTATIVE"


def test_bibtex_is_read_by_its_library(bundle: Bundle) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(written("bibtex", bundle)[0].decode())
    assert not library.failed_blocks
    named = {s.evidence.document for s in bundle.statements}
    assert len(library.entries) == len(named)
    assert len({e.key for e in library.entries}) == len(named)


def test_sqlite_opens_with_keys_and_full_text(bundle: Bundle, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(written("sqlite", bundle)[0])
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        count = connection.execute("SELECT count(*) FROM statements").fetchone()[0]
        assert count == len(bundle.statements)
        found = connection.execute(
            "SELECT statement FROM statements JOIN statements_fts f ON f.rowid = statements.rowid "
            "WHERE statements_fts MATCH 'turkiye OR embassy'"
        ).fetchall()
        assert len(found) == 0 or "embassy" in str(bundle.statements) or "rkiye" in str(bundle.statements)
        totals = connection.execute(
            "SELECT value, value_near FROM figures WHERE value IS NOT NULL"
        ).fetchall()
        assert all(float(exact) == near for exact, near in totals)
    finally:
        connection.close()


def test_full_text_of_the_sqlite_file_finds_words_without_accents(examples: Bundle, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(written("sqlite", examples)[0])
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(
            "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'türkiye'"
        ).fetchone()
        assert (
            found[0]
            == sum("türkiye" in f"{s.evidence.text} {s.object}".lower() for s in examples.statements)
            > 0
        )
        assert (
            connection.execute(
                "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'turkiye'"
            ).fetchone()
            == found
        )
    finally:
        connection.close()


def test_hostile_text_arrives_unharmed_where_the_format_can_hold_it(nasty: Bundle, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(written("sqlite", nasty)[0])
    connection = sqlite3.connect(path)
    try:
        assert {r[0] for r in connection.execute("SELECT text FROM statements")} == {NASTY}
    finally:
        connection.close()
    assert {e["text"] for e in _lines(written("plover", nasty)[0])} == {NASTY}
