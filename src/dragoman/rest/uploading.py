"""Uploads that may be sent again: the same key, or the same bytes and name, are one upload."""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict

from dragoman.desk.uploads import Job, Jobs
from dragoman.errors import UnreadableFile, UsageError

__all__ = ["KeyReused", "Uploads"]

_KEPT = 10_000


class KeyReused(UsageError):
    """An Idempotency-Key that came with other bytes before."""

    code = "idempotency-key-reused"


class Uploads:
    """Remembers which key belongs to which upload, the latest ten thousand.

    What is forgotten does no harm: a text that the record has is passed over.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[str, str]] = OrderedDict()

    def job(self, id: str) -> Job | None:
        """A job by id."""
        return self._jobs.get(id)

    def take(self, name: str, data: bytes, key: str | None) -> Job:
        """Start reading a file, or give the job of the same upload.

        Raises
        ------
        KeyReused
            The key came with something else before.
        UnreadableFile
            It is empty, or of a type that is not read.
        """
        digest = hashlib.sha256(f"{name}\0".encode("utf-8", "replace") + data).hexdigest()
        word = f"key:{key}" if key else f"digest:{digest}"
        with self._lock:
            known = self._known.get(word)
            if known is not None:
                if known[0] != digest:
                    raise KeyReused(
                        "the key came with another file", remedy="use a new Idempotency-Key for each file"
                    )
                job = self._jobs.get(known[1])
                if job is not None and job.stage != "failed":
                    return job
            with self._jobs.incoming() as incoming:
                incoming.add(name, io.BytesIO(data))
                files = incoming.finish()
            if files[0].state == "refused":
                raise UnreadableFile(
                    f"refused: {files[0].reason}",
                    where=name,
                    remedy="give a file with a text in it whose name ends as one of a type that is read",
                )
            job = self._jobs.start(files)
            self._known[word] = (digest, job.id)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return job
