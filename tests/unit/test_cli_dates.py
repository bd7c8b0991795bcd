"""The command ``dates``."""

from __future__ import annotations

import json
import subprocess
import sys

from dragoman.reading.dates.expressions import find_dates


def run(arguments: list[str], text: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from dragoman.cli.app import main; main()", "dates", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False)


def test_each_line_gives_a_json_list_of_resolved_times() -> None:
    lines = ["Türkiye opened it in 1994, and a decade later left.", "", "33 years of ties, yesterday."]
    done = run(["--format", "jsonl", "--on", "2016-11-07"], "\n".join(lines) + "\n")
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [[e["edtf"] for e in answer] for answer in answers] == [["1994", "2004"], [], ["2016-11-06"]]
    first = answers[0][0]
    assert set(first) == {"start", "end", "text", "edtf"}
    assert lines[0][first["start"] : first["end"]] == first["text"]
    assert [e.edtf for e in find_dates(lines[0], "2016-11-07")] == ["1994", "2004"]


def test_a_date_that_is_no_period_is_wrong_usage() -> None:
    done = run(["--on", "last week"], "today\n")
    assert done.returncode == 2
    assert b"is not a period" in done.stderr and done.stdout == b""
