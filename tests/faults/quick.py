"""A quick reader of fixed version, in whatever process imports it.

The version is fixed because the code under test may be edited while long runs go on; workers come
by it as they unpickle `load`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from dragoman.desk import ingest, shards, uploads
from dragoman.desk.ingest import ReadOptions
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from tests.fakes.reader import Reader

__all__ = ["OPTIONS", "load"]


def load(rules: tuple[Path, ...]) -> object:
    """The fake reader."""
    return _reads


def _reads(document: Document) -> Sequence[Statement]:
    return Reader().read(document)


def _version(extra: object) -> str:
    return "fake"


if os.environ.get("DRAGOMAN_VICTIM"):  # never in the process of the tests themselves
    ingest.rules_version = _version
    shards.rules_version = _version
    ingest._MOST = 20
    uploads.ReadOptions = lambda **given: OPTIONS  # type: ignore[assignment, misc]
OPTIONS = ReadOptions(load=load, workers=1)  # type: ignore[arg-type]
