"""Articles dropped onto a page: kept beside the record, read one after another, each with its outcome.

Files arrive in a folder of their own and get their place only when the whole upload is there, so
that a lost connection leaves nothing. Nothing of a file's name is trusted.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import threading
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from dragoman.desk.ingest import Ingested, ReadOptions, read_into
from dragoman.desk.upload_queue import UploadQueue, Waiting
from dragoman.desk.upload_stages import begin_stage, clear_broken_off
from dragoman.desk.workspace import Workspace
from dragoman.errors import DragomanError, InputError
from dragoman.model.findings import Observation
from dragoman.model.statements import Statement

__all__ = [
    "SUFFIXES",
    "FileOutcome",
    "Incoming",
    "Job",
    "Jobs",
    "UploadLimits",
    "add_bundled",
    "pasted",
    "safe_name",
]

SUFFIXES = (
    ".txt .text .md .markdown .html .htm .xhtml .pdf .docx .json .jsonl .ndjson .warc .gz .parquet .csv"
).split()
"""What may be uploaded; ``.csv`` is for tables of official figures."""

_PART = re.compile(r"[\\/]+")
_KEPT = 40
_CHUNK = 1 << 20
# Most seconds for which uploads that were read are kept back, to be shown with those after them (assumed).
_TOGETHER = 10.0
_TRIES = 3
"""Begun so often and never ended: its reading ends the process, and would end the next one too."""


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """Most files of an upload [1], most bytes of one file and of all together [byte]."""

    files: int = 5_000
    one: int = 100_000_000
    total: int = 500_000_000


@dataclass(slots=True)
class FileOutcome:
    """A file of an upload: ``waiting``, ``reading``, ``read``, ``known``, ``refused`` or ``failed``."""

    name: str
    state: str = "waiting"
    reason: str = ""
    documents: int = 0
    statements: int = 0
    document: str = ""
    folder: Path | None = None


@dataclass(slots=True)
class Job:
    """One upload on its way into the record. ``stage``: ``reading``, ``checking``, ``done`` or ``failed``."""

    id: str
    files: list[FileOutcome]
    stage: str = "reading"
    reason: str = ""
    latest: list[Statement] = field(default_factory=list)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """Files that are dealt with."""
        return sum(f.state not in ("waiting", "reading") for f in self.files)

    @property
    def statements(self) -> int:
        """Statements that came into the record."""
        return sum(f.statements for f in self.files)


def safe_name(given: str) -> str:
    """A file's name, with folders, that leads nowhere but down; empty where nothing is left of it.

    Examples
    --------
    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\2024\\\\a.txt"), safe_name("..")
    ('etc/passwd', 'C_/2024/a.txt', '')
    """
    parts = []
    for part in _PART.split(unicodedata.normalize("NFC", given)):
        clean = "".join(
            "_" if c in ':*?"<>|' else c for c in part if unicodedata.category(c)[0] != "C"
        ).strip()
        clean = clean.strip(".") if set(clean) == {"."} else clean
        if clean:
            stem, dot, suffix = clean.rpartition(".")
            parts.append(f"{stem[:100]}{dot}{suffix[:20]}" if dot else clean[:100])
    return "/".join(parts[-6:])


class Incoming:
    """An upload while it arrives; use it as a context, so that nothing is left of one that broke off."""

    def __init__(self, root: Path, limits: UploadLimits) -> None:
        self._root, self._limits = root, limits
        root.mkdir(parents=True, exist_ok=True)
        self._stage, self._held = begin_stage(root)
        self._arrived: list[tuple[FileOutcome, Path | None, str]] = []

    def __enter__(self) -> Incoming:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._stage, ignore_errors=True)
        self._held.close()

    def add(self, given: str, stream: BinaryIO) -> None:
        """Take one file; one that is refused is noted with its reason, the others go on."""
        name = safe_name(given)
        outcome = FileOutcome(name or "file without a name")
        path, digest = None, ""
        reason = self._refusal(name)
        if not reason:
            path = self._stage / str(len(self._arrived))
            digest, reason = self._copy(stream, path)
        if reason:
            outcome.state, outcome.reason, path = "refused", reason, None
        self._arrived.append((outcome, path, digest))

    def _refusal(self, name: str) -> str:
        last = name.rpartition("/")[2]
        if not name or not last.rpartition(".")[0]:
            return (
                "hidden, or without a name that says what it is"
                if last.startswith(".") or not name
                else _types(last)
            )
        if any(part.startswith(".") for part in name.split("/")):
            return "a hidden file"
        return "" if f".{last.rpartition('.')[2].lower()}" in SUFFIXES else _types(last)

    def _copy(self, stream: BinaryIO, path: Path) -> tuple[str, str]:
        digest, size = hashlib.sha256(), 0
        with path.open("wb") as out:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > self._limits.one:
                    path.unlink()
                    return "", f"larger than {self._limits.one / 1e6:g} MB; read it with dragoman read"
                digest.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        return digest.hexdigest(), "" if size else "empty"

    def finish(self) -> list[FileOutcome]:
        """Give every file its place, named by its content: the same file again has the same place."""
        for outcome, path, digest in self._arrived:
            if path is None:
                continue
            folder = self._root / digest[:16]
            place = folder / outcome.name
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
            outcome.folder = folder
        return [outcome for outcome, _, _ in self._arrived]


def _types(name: str) -> str:
    return f"not a type that is read ({', '.join(SUFFIXES)})"


def pasted(text: str, title: str = "", date: str = "", url: str = "") -> tuple[str, bytes]:
    """A pasted text as a file with a header: its name and bytes."""
    fields = {"title": title, "date": date, "url": url}
    header = "".join(f"{key}: {' '.join(value.split())}\n" for key, value in fields.items() if value.strip())
    body = text.replace("\r\n", "\n").encode("utf-8", "replace")
    word = re.sub(r"[^\w]+", "-", " ".join(title.split())[:40]).strip("-").lower() or "pasted"
    return f"{word}-{hashlib.sha256(body).hexdigest()[:8]}.txt", (
        f"{header}\n" if header else ""
    ).encode() + body


class Jobs:
    """Uploads in the order in which they came; one thread reads them.

    What was accepted and not read when a process ended is read by the next one.
    """

    def __init__(self, workspace: Workspace, limits: UploadLimits | None = None) -> None:
        self._workspace = workspace
        self.limits = limits or UploadLimits()
        self.root = workspace.path.with_name(workspace.path.name + ".files")
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="uploads")
        self._begun, self._read_jobs, self._shown = 0, list[Job](), 0.0
        clear_broken_off(self.root)
        self._queue = UploadQueue(self.root)
        for waiting in self._queue.left():
            self._resume(waiting)

    def incoming(self) -> Incoming:
        """A new upload."""
        return Incoming(self.root, self.limits)

    def start(self, files: Sequence[FileOutcome]) -> Job:
        """Read files into the record in the background.

        Raises
        ------
        OSError
            That they wait cannot be kept on disk; nothing is begun.
        """
        job = Job(f"{datetime.now(UTC):%Y%m%d}-{secrets.token_hex(4)}", list(files))
        self._queue.put(self._waiting(job, 0))
        self._begin(job, 0)
        return job

    def _begin(self, job: Job, begun: int) -> None:
        self._remember(job)
        with self._lock:
            self._begun += 1
        self._thread.submit(self._run, job, begun)

    def _remember(self, job: Job) -> None:
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                del self._jobs[next(iter(self._jobs))]

    def _waiting(self, job: Job, begun: int) -> Waiting:
        placed = [(f.folder.name, f.name) for f in job.files if f.folder is not None]
        return Waiting(job.id, tuple(placed), begun)

    def _resume(self, waiting: Waiting) -> None:
        files = [FileOutcome(name, folder=self.root / folder) for folder, name in waiting.files]
        job = Job(waiting.id, files)
        if waiting.begun < _TRIES:
            self._begin(job, waiting.begun)
            return
        job.stage = "failed"
        job.reason = f"begun {waiting.begun} times and never ended; read its files with dragoman read"
        self._remember(job)
        self._queue.remove(job.id)

    def get(self, id: str) -> Job | None:
        """A job by id."""
        return self._jobs.get(id)

    def close(self) -> None:
        """Finish the file at hand and start no other."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._read_jobs:
            self._show()

    def _run(self, job: Job, begun: int) -> None:
        with suppress(OSError):  # on a full disk it waits on as it was
            self._queue.put(self._waiting(job, begun + 1))
        try:
            for f in job.files:
                if f.state == "waiting":
                    self._read(job, f)
            job.stage = "checking"
        except Exception as error:  # whatever it is, the page must say so
            job.stage, job.reason = "failed", f"{type(error).__name__}: {error}"
        self._read_jobs.append(job)
        with self._lock:
            self._begun -= 1
            more = self._begun > 0
        # Where uploads come faster than they can be shown one by one, many are shown together.
        if not more or time.monotonic() > self._shown + _TOGETHER:
            self._show()

    def _show(self) -> None:
        """Let the pages see what was read, and check it."""
        reason = ""
        try:
            self._workspace.refresh()
            self._workspace.settle()
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
        for job in self._read_jobs:
            if job.stage == "checking":
                job.stage, job.reason = ("failed", reason) if reason else ("done", "")
            self._queue.remove(job.id)
        self._read_jobs, self._shown = [], time.monotonic()

    def _read(self, job: Job, f: FileOutcome) -> None:
        f.state = "reading"
        try:
            if f.name.lower().endswith(".csv"):
                self._observe(f)
            elif f.folder is not None:
                steps = read_into(self._workspace.shared_store, [f.folder], ReadOptions(workers=1))
                self._note(job, f, steps)
        except DragomanError as error:
            f.state, f.reason = "failed", _plain(error)

    def _note(self, job: Job, f: FileOutcome, steps: Iterable[Ingested]) -> None:
        reasons, known = [], 0
        for step in steps:
            if step.error is not None:
                reasons.append(_plain(step.error))
            known += step.documents - len(step.readings)
            for reading in step.readings:
                f.documents += 1
                f.statements += len(reading.statements or ())
                f.document = f.document or reading.document.id
                reasons += reading.document.notices
                for s in reading.statements or ():
                    job.pairs.update(combinations(sorted({*s.actor, *s.recipient}), 2))
                job.latest = [*reversed(reading.statements or ()), *job.latest][:12]
        f.reason = "; ".join(reasons[:3]) + (f"; and {len(reasons) - 3} more" if len(reasons) > 3 else "")
        if f.documents:
            f.state = "read"
        elif known:
            f.state, f.document = "known", ""
        else:
            f.state = "failed"
            f.reason = f.reason or "nothing to read in it"

    def _observe(self, f: FileOutcome) -> None:
        from dragoman.desk.statistics import load

        assert f.folder is not None
        loaded = load([f.folder / f.name])
        if not loaded.observations:
            f.state = "failed"
            f.reason = _plain(loaded.problems[0]) if loaded.problems else "no row of official figures in it"
            return
        with self._workspace.writing() as store:
            added = store.add_observations(loaded.observations)
        if added:
            self._workspace.settling.add(map(frozenset, _pairs_of(loaded.observations)))
        f.state = "read" if added else "known"
        refused = f"; {len(loaded.problems)} rows refused" if loaded.problems else ""
        f.reason = f"{added} official figures added{refused}"


def add_bundled(workspace: Workspace) -> int:
    """Add the official sample of the package, and find contradictions with it; how many were new."""
    from dragoman.statistics.bundled import bundled_observations

    official = bundled_observations()
    with workspace.writing() as store:
        added = store.add_observations(official)
    if added:
        workspace.settle(_pairs_of(official))
    return added


def _pairs_of(official: Iterable[Observation]) -> set[tuple[str, ...]]:
    """Parties of series, whose findings may have changed with them."""
    series = {(o.series.reporter, o.series.partner) for o in official}
    return {tuple(sorted(code for code in parties if code)) for parties in series}


def _plain(error: InputError | DragomanError) -> str:
    """What is wrong and what to do, without the path on this machine."""
    return f"{error.what}; {error.remedy}" if error.remedy else error.what
