"""Charts: specifications that carry everything, pictures that are well formed, twins in words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from dragoman.output.charts import KINDS, Chart, Mark, chart_table, chart_words, figure_spec
from dragoman.output.pictures import inline_svg, render_png, render_svg

HOSTILE = "</text><script>alert(1)</script>\u202e&amp; \"x\" 'y'"


def chart(*marks: Mark, title: str = "Trade") -> Chart:
    return Chart(title, "USD", ("A to B", "B to A"), marks)


def stated(value: float, year: int = 2024, kind: str = "stated", why: str = "told in a.txt") -> Mark:
    return Mark("A to B", year, kind, value - 5e4, value + 5e4, value, why)


def test_a_specification_loads_nothing_and_names_its_schema() -> None:
    spec = figure_spec(chart(stated(3.036e8)))
    assert spec["$schema"].endswith("vega-lite/v6.json")
    assert "url" not in spec["data"] and spec["data"]["values"]


def test_values_are_shown_in_the_scale_of_the_largest() -> None:
    spec = figure_spec(chart(stated(3.036e8), stated(2.8e7, 2023)))
    assert [row["value"] for row in spec["data"]["values"]] == [28.0, 303.6]
    assert chart_table(chart(stated(3.036e8))).caption == "Trade, in million USD"


def test_what_lacks_its_scale_stays_visible_in_the_table() -> None:
    lacking = Mark("A to B", 2024, "contradicted", 303.55, 303.65, 303.6, "b.txt")
    rows = chart_table(chart(stated(3.036e8), lacking)).rows
    assert rows[1][3] == "0.0003036 to 0.0003036" or rows[1][3].startswith("0.0003")


def test_the_table_has_every_mark_with_its_kind_and_reason() -> None:
    marks = [stated(1e8 + 1e6 * n, 2020 + n, kind) for n, kind in enumerate(KINDS)]
    table = chart_table(chart(*marks))
    assert len(table.rows) == len(KINDS)
    assert {row[2] for row in table.rows} == set(KINDS)
    assert all(row[4] == "told in a.txt" for row in table.rows)


def test_an_open_end_is_told_as_a_bound() -> None:
    table = chart_table(chart(Mark("A to B", 2024, "stated", 1e8, None, 1e8)))
    assert table.rows[0][3] == "at least 100"


def test_figures_of_one_year_stand_side_by_side_and_the_official_one_on_the_year() -> None:
    marks = (stated(1e8, kind="official"), stated(1e8), stated(2e8, kind="contradicted"))
    at = {row["kind"]: row["x"] for row in figure_spec(chart(*marks))["data"]["values"]}
    assert at["official"] == 2024
    assert len(set(at.values())) == 3
    assert all(abs(x - 2024) < 0.5 for x in at.values())


def test_the_description_counts_kinds_by_series() -> None:
    words = chart_words(chart(stated(1e8, kind="official"), stated(2e8, 2025)))
    assert "2024 to 2025" in words and "1 official, 1 stated" in words


def test_an_empty_chart_says_so() -> None:
    assert chart_words(chart()) == "Trade. Nothing to show."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_well_formed_and_holds_hostile_text_as_text(theme: str) -> None:
    svg = render_svg(figure_spec(chart(stated(1e8, why=HOSTILE), title=HOSTILE), theme=theme))
    root = ET.fromstring(svg)
    assert not [e for e in root.iter() if e.tag.endswith("script")]


def test_a_picture_for_a_page_takes_the_pages_colour_and_needs_no_style() -> None:
    svg = inline_svg(figure_spec(chart(stated(1e8, why=HOSTILE))), title=HOSTILE)
    root = ET.fromstring(svg)
    assert root.get("role") == "img" and 'fill="currentColor"' in svg
    assert "<style" not in svg and "style=" not in svg and "<script" not in svg
    assert [e.text for e in root if e.tag.endswith("title")] == [HOSTILE]
    assert any(e.tag.endswith("desc") and e.text for e in root)


def test_the_same_specification_gives_the_same_bytes() -> None:
    spec = figure_spec(chart(stated(1e8)))
    assert render_svg(spec) == render_svg(dict(reversed(spec.items())))
    assert render_png(spec).startswith(b"\x89PNG")
