"""The command that prints the amounts of each line."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from dragoman.cli.app import app
from dragoman.cli.quantities import quantity_lines

KEYS = ["start", "end", "text", "value", "low", "high", "unit"]


def test_a_line_in_is_a_list_out_even_where_nothing_is_found() -> None:
    result = CliRunner().invoke(
        app, ["quantities", "--format", "jsonl"], input="It cost $5-7 billion.\n\nin 2024\n"
    )
    assert result.exit_code == 0
    lists = [json.loads(line) for line in result.stdout.splitlines()]
    assert [len(found) for found in lists] == [1, 0, 0]
    assert list(lists[0][0]) == KEYS
    assert lists[0][0] | {"text": ""} == dict(
        zip(KEYS, (8, 20, "", None, 5_000_000_000, 7_000_000_000, "USD"))
    )


def test_numbers_are_printed_to_the_last_digit() -> None:
    (line,) = quantity_lines(["$123,456,789,012,345.6789"])
    assert '"value": 123456789012345.6789,' in line


def test_a_line_that_is_no_utf_8_is_named_and_the_rest_is_read() -> None:
    result = CliRunner().invoke(app, ["quantities"], input=b"5 km\n\xff 6 km\n7 km\n")
    assert result.exit_code == 1
    assert "standard input:2" in result.stderr
    assert [json.loads(line)[0]["value"] for line in result.stdout.splitlines()] == [5, 6, 7]
