"""Search: facets count what is there, addresses reproduce, feeds and saved searches hold."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.fulltext import match_expression
from dragoman.desk.search import FACETS, Query, query_from, search
from dragoman.desk.workspace import Workspace
from tests.web.waiting import until


@pytest.fixture
def indexed(workspace: Workspace) -> Workspace:
    until(lambda: workspace.fulltext.behind == 0 and not workspace._indexing.is_alive())
    return workspace


def test_facets_count_what_choosing_them_finds(indexed: Workspace) -> None:
    for words in ("", "trade"):
        found = search(indexed, Query(words))
        for facet in found.facets:
            for value in facet.values:
                narrowed = search(indexed, Query(words).with_value(facet.name, value.value))
                if facet.name != "period":  # a span of years counts at its end and is found in each of them
                    assert len(narrowed.places) == value.count, (facet.name, value)
    assert {f.name for f in found.facets} == set(FACETS)


def test_two_countries_mean_both_and_two_kinds_mean_either(indexed: Workspace) -> None:
    both = indexed.statements(search(indexed, query_from("country=KAZ&country=bgr")).places)
    assert both and all({"KAZ", "BGR"} <= {*s.actor, *s.recipient} for s in both)
    kinds = {s.kind for s in indexed.statements(search(indexed, query_from("kind=tie&kind=quote")).places)}
    assert kinds <= {"tie", "quote"} and "tie" in kinds


def test_a_period_finds_dates_that_share_a_day_with_it(indexed: Workspace) -> None:
    from dragoman.model.periods import parse_period

    every = indexed.statements(range(len(indexed.catalogue)))
    wanted = {s.id for s in every if s.date and parse_period(s.date).overlaps(parse_period("2024-06/2025"))}
    found = {s.id for s in indexed.statements(search(indexed, query_from("period=2024-06..2025")).places)}
    assert found == wanted and found


def test_words_phrases_and_exclusions_find_passages(indexed: Workspace) -> None:
    def found(words: str) -> list[str]:
        return [s.evidence.text for s in indexed.statements(search(indexed, Query(words)).places)]

    assert any("embassy" in t for t in found("embassies"))  # stems
    assert all("in Sofia" in t for t in found('"in sofia"')) and found('"in sofia"')
    assert not any("Sofia" in t for t in found("embassy -sofia"))
    assert found("zzzz") == []
    assert search(indexed, Query("Kazakhstan")).suggestions == (("KAZ", "Kazakhstan"),)


@given(st.text(max_size=40))
def test_no_words_are_an_error(words: str) -> None:
    import sqlite3

    expression = match_expression(words)
    if expression is not None:
        with sqlite3.connect(":memory:") as db:
            db.execute(
                "CREATE VIRTUAL TABLE t USING fts5(words, tokenize='porter unicode61 remove_diacritics 2')"
            )
            db.execute("SELECT rowid FROM t WHERE t MATCH ?", [expression]).fetchall()
        db.close()


@given(
    st.dictionaries(
        st.sampled_from(FACETS),
        st.lists(st.text("abcXYZ019-./ü", min_size=1).map(str.strip).filter(bool), max_size=3, unique=True),
    ),
    st.text(max_size=20),
)
def test_a_query_and_its_address_are_the_same(chosen: dict[str, list[str]], words: str) -> None:
    chosen = {
        k: list(dict.fromkeys(v.upper() for v in vs)) if k == "country" else vs for k, vs in chosen.items()
    }
    query = Query(words.strip(), {k: tuple(v) for k, v in chosen.items() if v})
    again = query_from(query.encoded())
    assert again.encoded() == query.encoded() and again.chosen == query.chosen


def test_a_feed_is_well_formed_and_newest_first(client: Any, indexed: Workspace) -> None:
    root = ElementTree.fromstring(client.get("/search.atom?country=BGR").content)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{atom}entry")
    assert len(entries) == min(50, len(search(indexed, query_from("country=BGR")).places))
    updated = [e.findtext(f"{atom}updated") for e in entries]
    assert updated == sorted(updated, reverse=True)


def test_a_saved_search_is_listed_once_with_its_feed_until_removed(client: Any, indexed: Workspace) -> None:
    for _ in range(2):
        client.post("/searches", data={"query": "q=trade&country=KAZ", "name": "Trade <KAZ>"})
    (saved,) = indexed.casework.searches()
    page = client.get("/search").text
    assert "Trade &lt;KAZ&gt;" in page and "/search.atom?q=trade&amp;country=KAZ" in page
    client.post(f"/searches/{saved.id}/remove")
    assert indexed.casework.searches() == []
    assert client.post("/searches", data={"query": "", "name": "all"}).status_code == 400


def test_the_index_is_made_again_where_it_is_missing_or_broken(indexed: Workspace) -> None:
    path, fulltext = indexed.fulltext.path, type(indexed.fulltext)
    indexed.fulltext.close()
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    path.write_bytes(b"no database" * 100)
    again = fulltext(path)
    again.update(indexed.browsing, indexed.catalogue.documents)
    assert len(again.statements("trade")) > 0
    again.close()
