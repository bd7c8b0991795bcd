"""Reads with a language model behind any OpenAI-compatible chat endpoint.

Chosen by `dragoman read --reader openai`; nothing is sent anywhere otherwise. Settings come from the environment:
``DRAGOMAN_MODEL_URL`` (such as ``http://localhost:8000/v1``), ``DRAGOMAN_MODEL`` (its name), and
``DRAGOMAN_MODEL_KEY`` where the endpoint asks for one. Statements carry the rule ``model:NAME``.
"""

from __future__ import annotations

import json
import logging
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException
from importlib.resources import files
from typing import IO, Any
from urllib.parse import urlsplit

from dragoman.errors import UnreadableFile, UsageError
from dragoman.model.documents import Document
from dragoman.model.statements import KINDS, MEASURES, STATUSES, Statement
from dragoman.plugins.answers import Dropped, answered, statements_of

__all__ = ["ModelReader", "ModelSettings", "reader_from_environment"]

_log = logging.getLogger(__name__)
_LARGEST = 20_000_000  # bytes of an answer
_LONGEST_WAIT = 30.0  # seconds between tries
_AGAIN = (408, 409, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the model is and how it is asked.

    Parameters
    ----------
    url : str
        Base address; ``/chat/completions`` is added.
    model : str
        Its name.
    key : str
        Sent as a bearer token; empty for none.
    timeout : float
        Longest wait for an answer [s].
    tries : int
        Times that a question is asked before the document counts as unreadable.
    window : int
        Characters of text in one question; longer texts are cut at paragraphs.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    tries: int = 3
    window: int = 12_000


def reader_from_environment(environment: Mapping[str, str] = os.environ) -> ModelReader:
    """The reader that the environment describes.

    Raises
    ------
    UsageError
        It does not, or the address is no HTTP.
    """
    url, model = environment.get("DRAGOMAN_MODEL_URL", ""), environment.get("DRAGOMAN_MODEL", "")
    if not url or not model:
        raise UsageError(
            "no model is named",
            remedy="set DRAGOMAN_MODEL_URL to its address, such as http://localhost:8000/v1, and DRAGOMAN_MODEL to its name",
        )
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise UsageError(
            f"DRAGOMAN_MODEL_URL is {url!r}", remedy="give an address that begins with http:// or https://"
        )
    return ModelReader(ModelSettings(url.rstrip("/"), model, environment.get("DRAGOMAN_MODEL_KEY", "")))


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key and the text to an address that nobody named."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Follow none."""
        return


class ModelReader:
    """Asks a model for the statements of a text, and keeps what passes."""

    def __init__(self, settings: ModelSettings, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings, self._sleep = settings, sleep
        self.dropped: list[Dropped] = []
        self._opener = urllib.request.build_opener(_NoRedirects)
        self._asked = _instructions()

    @property
    def rule(self) -> str:
        """What its statements carry as ``rule``."""
        return f"model:{self.settings.model}"

    def read(self, document: Document) -> list[Statement]:
        """The statements of a document; what was dropped is logged and added to ``dropped``.

        Raises
        ------
        UnreadableFile
            The model did not answer, or not with statements.
        """
        found: dict[str, Statement] = {}
        for start, end in self._windows(document.text):
            answers = self._answers(document, document.text[start:end])
            kept, dropped = statements_of(answers, document, self.rule, (start, end))
            found.update((s.id, s) for s in kept)
            self.dropped.extend(dropped)
            for d in dropped:
                _log.warning("%s: left out, as %s: %s", document.name, d.why, d.answer[:160])
        return sorted(found.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.kind, s.mode, s.id))

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """Parts of the text that end at paragraphs, or at lines, or where nothing else is left."""
        at, most = 0, self.settings.window
        while len(text) - at > most:
            cut = max(text.rfind("\n\n", at, at + most), -1)
            cut = cut if cut > at else text.rfind("\n", at, at + most)
            cut = cut if cut > at else text.rfind(". ", at, at + most) + 1
            cut = cut if cut > at else at + most
            yield at, cut
            at = cut
        yield at, len(text)

    def _answers(self, document: Document, part: str) -> list[Any]:
        particulars = [f"Date of the document: {document.date or 'not known'}"]
        if document.title:
            particulars.append(f"Title: {document.title}")
        body = {
            "model": self.settings.model,
            "temperature": 0,
            "seed": 0,
            "messages": [
                {"role": "system", "content": self._asked},
                {"role": "user", "content": "\n".join([*particulars, "", part])},
            ],
        }
        why = ""
        for attempt in range(self.settings.tries):
            answer, why, wait = self._ask(body, attempt)
            if answer is not None:
                try:
                    return answered(_content(answer))
                except (ValueError, KeyError, IndexError, TypeError, RecursionError):
                    why, wait = "its answer is no JSON list of statements", 0.0
            if wait is None:
                break
            if attempt + 1 < self.settings.tries:
                self._sleep(wait)
        raise UnreadableFile(
            f"{self.rule} cannot read it: {why}",
            where=document.source or document.name,
            remedy="check that the model runs at DRAGOMAN_MODEL_URL, and try again",
        )

    def _ask(self, body: Mapping[str, Any], attempt: int) -> tuple[Any, str, float | None]:
        """The answer, or why there is none and how long to wait before asking again; None for never."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.settings.key:
            headers["Authorization"] = f"Bearer {self.settings.key}"
        request = urllib.request.Request(
            f"{self.settings.url}/chat/completions", json.dumps(body).encode("utf-8", "replace"), headers
        )
        wait = min(_LONGEST_WAIT, 2.0**attempt)
        try:
            with self._opener.open(request, timeout=self.settings.timeout) as response:
                data = response.read(_LARGEST + 1)
        except urllib.error.HTTPError as error:
            error.close()
            told = error.headers.get("Retry-After", "") if error.headers else ""
            again = min(_LONGEST_WAIT, float(told)) if told.isdigit() else wait
            return None, f"HTTP {error.code}", again if error.code in _AGAIN else None
        except (OSError, HTTPException) as error:
            return None, f"no answer ({type(error).__name__})", wait
        if len(data) > _LARGEST:
            return None, "its answer is too large", None
        try:
            return json.loads(data), "", wait
        except (ValueError, RecursionError):
            return None, "its answer is no JSON", wait


def _content(answer: Any) -> str:
    content = answer["choices"][0]["message"]["content"]
    if not isinstance(content, str):
        raise TypeError("no text")
    return content


def _instructions() -> str:
    """What the model is told: the contract, with kinds, modes, statuses and measures as the model has them."""
    text = (files("dragoman") / "data" / "plugins" / "model_instructions.txt").read_text(encoding="utf-8")
    kinds = "\n".join(f"- {kind}: {', '.join(modes)}" for kind, modes in KINDS.items())
    filled = text.replace("{kinds}", kinds).replace("{statuses}", ", ".join(STATUSES))
    return filled.replace("{measures}", ", ".join(MEASURES))
