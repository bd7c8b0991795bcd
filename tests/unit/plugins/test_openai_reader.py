"""The adapter to a language model, against a server of our own on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UnreadableFile, UsageError
from dragoman.model.documents import Document
from dragoman.plugins.openai_reader import ModelReader, ModelSettings, reader_from_environment
from tests.fakes.chat_endpoint import Answer, chat_endpoint, says

TEXT = "Bulgaria opened its embassy in Kazakhstan in 1994."
TIE = {
    "kind": "tie",
    "mode": "embassy",
    "actor": ["BGR"],
    "recipient": ["KAZ"],
    "date": "1994",
    "quote": TEXT[:-1],
}


def _reader(url: str, **more: Any) -> tuple[ModelReader, list[float]]:
    waits: list[float] = []
    return ModelReader(ModelSettings(url, "small", **more), waits.append), waits


def test_a_document_is_read_by_the_model() -> None:
    with chat_endpoint(lambda body: says({"statements": [TIE, {**TIE, "quote": "not there"}]})) as endpoint:
        reader, _ = _reader(endpoint.url, key="secret")
        [s] = reader.read(Document("a.txt", TEXT, title="T", date="2025"))
    assert (s.kind, s.mode, s.actor, s.recipient, s.date, s.rule) == (
        "tie", "embassy", ("BGR",), ("KAZ",), "1994", "model:small",
    )  # fmt: skip
    assert [d.why for d in reader.dropped] == ["the passage is not in the text word for word"]
    path, headers, body = endpoint.requests[0]
    assert path == "/v1/chat/completions" and headers["Authorization"] == "Bearer secret"
    assert body["temperature"] == 0 and body["model"] == "small"
    system, user = body["messages"]
    assert "embassy" in system["content"] and "{kinds}" not in system["content"]
    assert TEXT in user["content"] and "2025" in user["content"]


def test_a_long_text_is_asked_in_parts_and_offsets_stay_true() -> None:
    text = "\n\n".join(f"Paragraph {n}. " + TEXT for n in range(20))

    def answer(body: Any) -> Answer:
        return says([TIE] * body["messages"][1]["content"].count(TEXT[:-1]))

    with chat_endpoint(answer) as endpoint:
        reader, _ = _reader(endpoint.url, window=300)
        found = reader.read(Document("a.txt", text))
    assert len(endpoint.requests) == 5
    assert len(found) == 20 and all(text[s.evidence.start : s.evidence.end] == TEXT[:-1] for s in found)


def test_a_text_without_any_break_is_cut_all_the_same() -> None:
    with chat_endpoint(lambda body: says([])) as endpoint:
        reader, _ = _reader(endpoint.url, window=100)
        assert reader.read(Document("a.txt", "x" * 1050)) == []
    assert len(endpoint.requests) == 11


def test_a_busy_endpoint_is_asked_again_after_the_time_it_names() -> None:
    answers = [(429, b"", {"Retry-After": "7"}), (503, b"", {}), says([TIE])]
    with chat_endpoint(lambda body: answers.pop(0)) as endpoint:
        reader, waits = _reader(endpoint.url)
        assert len(reader.read(Document("a.txt", TEXT))) == 1
    assert waits == [7.0, 2.0]


@pytest.mark.parametrize(
    ("answer", "why", "asked"),
    [
        ((401, b"", {}), "HTTP 401", 1),
        ((500, b"", {}), "HTTP 500", 3),
        ((200, b"<html>", {}), "no JSON", 3),
        ((200, b'{"choices": []}', {}), "no JSON list", 3),
        ((200, b'{"choices": [{"message": {"content": null}}]}', {}), "no JSON list", 3),
        (says("I cannot do that."), "no JSON list", 3),
    ],
)
def test_an_answer_that_is_none_makes_the_document_unreadable(answer: Answer, why: str, asked: int) -> None:
    with chat_endpoint(lambda body: answer) as endpoint:
        reader, _ = _reader(endpoint.url)
        with pytest.raises(UnreadableFile, match=why):
            reader.read(Document("a.txt", TEXT))
    assert len(endpoint.requests) == asked


def test_a_redirect_is_not_followed_so_that_the_key_stays_here() -> None:
    with (
        chat_endpoint(lambda body: says([TIE])) as other,
        chat_endpoint(lambda body: (302, b"", {"Location": other.url})) as endpoint,
    ):
        reader, _ = _reader(endpoint.url, key="secret")
        with pytest.raises(UnreadableFile, match="HTTP 302"):
            reader.read(Document("a.txt", TEXT))
    assert other.requests == []


def test_nobody_there_makes_the_document_unreadable() -> None:
    with chat_endpoint(lambda body: says([])) as endpoint:
        url = endpoint.url
    reader, waits = _reader(url)
    with pytest.raises(UnreadableFile, match="no answer"):
        reader.read(Document("a.txt", TEXT))
    assert len(waits) == 2


def test_settings_come_from_the_environment_and_the_key_is_shown_nowhere() -> None:
    with pytest.raises(UsageError, match="DRAGOMAN_MODEL_URL"):
        reader_from_environment({})
    with pytest.raises(UsageError, match="http"):
        reader_from_environment({"DRAGOMAN_MODEL_URL": "file:///etc/passwd", "DRAGOMAN_MODEL": "m"})
    reader = reader_from_environment(
        {"DRAGOMAN_MODEL_URL": "http://x/v1/", "DRAGOMAN_MODEL": "m", "DRAGOMAN_MODEL_KEY": "secret"}
    )
    assert reader.settings.url == "http://x/v1" and "secret" not in repr(reader.settings)


def _run(url: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from dragoman.cli.app import main; main()"
    environment = {**os.environ, "DRAGOMAN_MODEL_URL": url, "DRAGOMAN_MODEL": "small"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def test_the_command_line_reads_with_the_model_and_compares_it_with_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"date: 2025-06-09\n\n{TEXT}")
    with chat_endpoint(lambda body: says([{**TIE, "date": "1995"}])) as endpoint:
        done = _run(endpoint.url, "read", "--reader", "openai", tmp_path / "a.txt", "--format", "jsonl")
        assert [json.loads(line)["rule"] for line in done.stdout.splitlines()] == ["model:small"]
        into = _run(
            endpoint.url, "read", "--reader", "openai", tmp_path / "a.txt", "--into", tmp_path / "r.duckdb"
        )
        again = _run(
            endpoint.url, "read", "--reader", "openai", tmp_path / "a.txt", "--into", tmp_path / "r.duckdb"
        )
        assert "1 documents read" in into.stderr and "1 as before" in again.stderr
        found = _run(
            endpoint.url,
            "compare",
            "--reader",
            "rules",
            "--reader",
            "openai",
            tmp_path / "a.txt",
            "--format",
            "jsonl",
        )
    [match] = [json.loads(line) for line in found.stdout.splitlines()]
    assert (match["outcome"], match["differs"]) == ("differs", ["date"])
    assert match["first"]["rule"] != match["second"]["rule"] == "model:small"


def test_a_model_that_is_down_costs_the_document_not_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with chat_endpoint(lambda body: (401, b"", {})) as endpoint:
        done = _run(endpoint.url, "read", "--reader", "openai", tmp_path / "a.txt", "--format", "jsonl")
    assert done.returncode == 1 and "HTTP 401" in done.stderr and "fault of dragoman" not in done.stderr
