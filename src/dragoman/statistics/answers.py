"""Polite requests over the network, and the folder that keeps their answers (§S10).

Every answer is kept under the digest of what was asked, without keys, with the day it came. A run
that was refused goes on from there when it is started again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from pathlib import Path

from dragoman import __version__
from dragoman.errors import FetchError

__all__ = ["AGENT", "Answer", "Answers", "Asker", "default_folder"]

AGENT = f"dragoman/{__version__} (client of official statistics)"
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_TIMEOUT = 60.0
_LONGEST_PAUSE = 120.0


def default_folder() -> Path:
    """Where answers are kept: ``DRAGOMAN_CACHE``, else the user's folder for caches."""
    named = os.environ.get("DRAGOMAN_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "dragoman" / "statistics"


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


@dataclass(frozen=True, slots=True)
class Answer:
    """The text of an answer and the day it came [EDTF, UTC]."""

    text: str
    received: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The folder of answers, a JSON file each."""

    folder: Path
    today: Callable[[], str] = _today

    def _file(self, asked: str) -> Path:
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:24]}.json"

    def find(self, asked: str) -> Answer | None:
        """The answer kept for what is asked; a damaged file counts as none."""
        try:
            found = json.loads(self._file(asked).read_text(encoding="utf-8"))
            if found["asked"] != asked:
                return None
            return Answer(str(found["answer"]), str(found["received"]), kept=True)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, asked: str, text: str) -> Answer:
        """Keep an answer; whole or not at all."""
        answer = Answer(text, self.today())
        path = self._file(asked)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        content = {"asked": asked, "received": answer.received, "answer": text}
        part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
        return answer


@dataclass(slots=True)
class Asker:
    """Asks one request after the other, waits between them, and asks again after refusals.

    Parameters
    ----------
    answers : Answers
        Where answers are kept.
    interval : float
        Least time between two requests [s].
    attempts : int
        How often a request is tried [1].
    refresh : bool
        Ask again for what is kept.
    pause, clock : callable
        Waiting and the monotonic time [s].
    """

    answers: Answers
    interval: float = 1.0
    attempts: int = 5
    refresh: bool = False
    pause: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: float | None = field(default=None, init=False)

    def kept(self, asked: str) -> Answer | None:
        """The answer kept, unless asking again is wanted."""
        return None if self.refresh else self.answers.find(asked)

    def wait(self, seconds: float = 0.0) -> None:
        """Pause for a time and until the next request may go out."""
        now = self.clock()
        due = now + seconds
        if self._last is not None:
            due = max(due, self._last + self.interval)
        if due > now:
            self.pause(due - now)
        self._last = self.clock()

    def get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        trouble_of: Callable[[str], str | None] = lambda text: None,
    ) -> Answer:
        """The answer to a request, from the folder or from the network.

        Parameters
        ----------
        headers : mapping, optional
            Keys go here: they are neither kept nor shown.
        trouble_of : callable, optional
            What is wrong with an answer that came with a good status; such a one is not kept.

        Raises
        ------
        FetchError
            The service refused or could not be reached; says what was asked and how to go on.
        """
        kept = self.kept(url)
        if kept is not None:
            return kept
        trouble, delay = "", 0.0
        for attempt in range(self.attempts):
            self.wait(delay)
            text, trouble, again = _ask(url, headers or {})
            if text is not None:
                trouble = trouble_of(text) or ""
                if not trouble:
                    return self.answers.keep(url, text)
            if again is None:
                break
            # twice as long after each refusal, unless the service says how long
            delay = min(again or self.interval * 2**attempt, _LONGEST_PAUSE)
        raise refused(url, trouble, self.answers.folder)


def refused(asked: str, trouble: str, folder: Path) -> FetchError:
    """The error of a refusal: what was asked, what came, how to go on."""
    return FetchError(
        f"asked {asked} and got {trouble}",
        remedy=f"run the same command again to go on: what arrived is kept in {folder}",
    )


def _ask(url: str, headers: Mapping[str, str]) -> tuple[str | None, str, float | None]:
    """The text, or what went wrong and after how long to ask again [s] (0 is own choice, None never)."""
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    request = Request(url, headers={"User-Agent": AGENT, "Accept": "application/json", **headers})
    try:
        with urlopen(request, timeout=_TIMEOUT) as response:
            return response.read().decode("utf-8"), "", None
    except HTTPError as error:
        with error:
            trouble = f"status {error.code} {error.reason}"
            if error.code in (401, 403):
                trouble += " (a key is missing, wrong or used up)"
            again = _retry_after(error.headers.get("Retry-After")) if error.code in _AGAIN else None
            return None, trouble, again
    except (URLError, HTTPException, TimeoutError, ConnectionError, UnicodeDecodeError) as error:
        return None, f"no answer ({getattr(error, 'reason', error)})", 0.0


def _retry_after(text: str | None) -> float:
    """The seconds of a Retry-After header; 0 where it says none."""
    if not text:
        return 0.0
    if text.strip().isdigit():
        return float(text)
    try:
        return max((parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return 0.0
