"""Every sentence of the pages of findings, pledges, pairs and ledgers comes from the catalogue of messages.

The pages are shown in a language in which every letter of every message is replaced by one that no article has;
what is still English must then be of the record itself: passages, titles, names of people, codes and units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.model.messages import Message, message_json, message_of, render, say
from dragoman.statistics.bundled import bundled_observations
from dragoman.web import words
from dragoman.web.app import create_app
from dragoman.web.settings import Settings
from tests.web.conftest import BASE

_FIELD = re.compile(r"(\{\w*\})")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ID = re.compile(r"\b(?:fi|st|doc)_[0-9a-f]+")
# A letter of the alphabet to one that no text of the record has.
_OTHER = {ord(c): chr(0x1D5D4 + n) for n, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_OTHER |= {ord(c): chr(0x1D5EE + n) for n, c in enumerate("abcdefghijklmnopqrstuvwxyz")}
# What the programme calls itself, forms of files, keys, and commands to be typed as they are.
_OURS = frozenset(
    "dragoman json csv zip pdf word html markdown ics hs load file statistics fetch comtrade reporter partner period "
    "reconcile save usd eur percent bgr kaz".split()
)


def pseudo(message: str) -> str:
    """A message in other letters, its fields as they are."""
    return "".join(
        part if _FIELD.fullmatch(part) else part.translate(_OTHER) for part in _FIELD.split(message)
    )


class _Text(HTMLParser):
    """What is seen or read out on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet += tag in ("script", "style", "code", "kbd")
        self.said += [value for name, value in attrs if name in ("alt", "aria-label") and value]

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style", "code", "kbd")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.said.append(data)


@pytest.fixture
def foreign(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The pages in other letters, over the examples with official figures."""
    from dragoman.web.rendering import environment

    catalogue = {message: pseudo(message) for message in words.collect()}
    monkeypatch.setattr(words, "_catalogue", lambda language: catalogue)
    environment.cache_clear()
    with workspace.writing() as store:
        store.add_observations(bundled_observations())
    workspace.settle()
    with TestClient(create_app(workspace, Settings(language="xx", who="tester")), base_url=BASE) as client:
        yield client
    environment.cache_clear()


def own_words(workspace: Workspace) -> str:
    """All that the record itself says, as one text."""
    out: list[Any] = [workspace.path.name, "tester"]
    for d in workspace.catalogue.documents:
        held = workspace.document(d.id)
        assert held is not None
        out += [d.name, d.title, d.outlet, held.document.text]
        for s in held.statements:
            people = [part for p in s.people for part in (p.name, p.role)]
            goods = [p.text for p in (s.product, *s.products) if p is not None]
            out += [*people, *goods, s.object, s.attribution.source if s.attribution else None]
    out += [o.source for o in workspace.observations()]
    return " ".join(" ".join(str(part).split()) for part in out if part).casefold()


def left_over(html: str, own: str) -> list[str]:
    """Runs of English on a page that neither the catalogue nor the record has."""
    page = _Text()
    page.feed(html)
    return [run for piece in page.said for run in _runs(piece) if not _known(run, own)]


def _runs(piece: str) -> Iterator[str]:
    """Runs of letters that no message has, parted where the punctuation of a message may part them."""
    for found in re.finditer(r"[^\U0001D5D4-\U0001D607]+", " ".join(piece.split())):
        for run in re.split(r"\s*(?:[;:()“”…→·]|, |, ?$)\s*", found[0]):
            if _WORD.search(run):
                yield re.sub(r"^[^A-Za-z]+|[^A-Za-z]+$", "", run)


def _known(run: str, own: str) -> bool:
    own_name = _ID.search(run) or all(w.casefold() in _OURS or w.isupper() for w in _WORD.findall(run))
    return bool(own_name) or run.casefold() in own


def addresses(workspace: Workspace) -> list[str]:
    pairs = [f"{a}-{b}" for a, b, _ in workspace.catalogue.pair_counts()]
    found = [f"/findings/{id}" for id in workspace.catalogue.found.ids]
    lists = ["/findings", "/findings?first=25", "/findings?first=50", "/pledges", "/pledges?first=40"]
    return [*lists, *found, *(f"/{what}/{p}" for p in pairs for what in ("pairs", "ledger"))]


def test_every_sentence_comes_from_the_catalogue(foreign: TestClient, workspace: Workspace) -> None:
    own = own_words(workspace)
    wrong = {}
    for address in addresses(workspace):
        answer = foreign.get(address)
        assert answer.status_code == 200, address
        if english := left_over(answer.text, own):
            wrong[address] = english
    assert not wrong


def test_the_words_of_a_chart_come_from_it_too(foreign: TestClient, workspace: Workspace) -> None:
    picture = foreign.get("/pairs/BGR-KAZ/trade.svg").text
    seen = re.findall(r"<text[^>]*>([^<]+)", picture)
    assert any("official".translate(_OTHER) in words for words in seen)
    assert [words for words in seen if _WORD.search(words) and not words.endswith("USD")] == []


def test_the_test_sees_what_no_catalogue_has(foreign: TestClient, workspace: Workspace) -> None:
    html = foreign.get("/findings").text
    slipped = html.replace("</main>", "<p>These figures exclude one another.</p></main>")
    assert left_over(slipped, own_words(workspace)) == ["These figures exclude one another"]


def test_programs_get_the_english_sentence(foreign: TestClient) -> None:
    found = foreign.get("/findings.json?verdict=conflict").json()["tables"]["findings"]
    assert found
    for f in found:
        assert "said" not in f
        assert not any(0x1D5D4 <= ord(c) <= 0x1D607 for c in f["because"])


def test_a_message_comes_back_from_a_record_and_another_process_as_it_went() -> None:
    import pickle

    told = say("{a} and {b}", a=say("at least {n}", n=2), b="x") + say(", as told")
    assert told == "at least 2 and x, as told"
    for again in (message_of(message_json(told)), pickle.loads(pickle.dumps(told))):
        assert isinstance(again, Message)
        assert again == told
        assert render(again, lambda t, **f: t.upper().format(**{k.upper(): v for k, v in f.items()})) == (
            "AT LEAST 2 AND x, AS TOLD"
        )
