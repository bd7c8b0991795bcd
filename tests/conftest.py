"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared references beside the repository; tests that need it skip without."""
    path = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (path / "STATEMENTS.md").exists():
        pytest.skip("no shared references beside the repository")
    return path
