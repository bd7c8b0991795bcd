"""A disk that is full, a folder that is read-only: the record stays whole and the reader says so."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.desk.ingest import read_into
from dragoman.desk.shards import read_shards
from dragoman.errors import DragomanError, RecordError, UsageError
from dragoman.record import open_record
from dragoman.runner import Local
from tests.faults.kills import articles, expected_of, whole
from tests.faults.quick import OPTIONS


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk may be mounted here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _fill(record: Path, source: Path) -> DragomanError | None:
    try:
        with open_record(record) as store:
            for _ in read_into(store, [source], OPTIONS):
                pass
    except DragomanError as error:
        return error
    return None


def test_a_record_on_a_full_disk_is_whole_and_goes_on_where_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    source = articles(tmp_path / "in.jsonl")
    ballast = small_disk / "ballast"
    with open_record(small_disk / "r.duckdb"):
        pass
    ballast.write_bytes(b"\0" * (os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_bsize - 200_000))
    refused = _fill(small_disk / "r.duckdb", source)
    assert isinstance(refused, RecordError)
    assert "room" in refused.remedy
    ballast.unlink()
    with open_record(small_disk / "r.duckdb") as store:
        assert len(whole(store)) < len(expected_of(source))
    small = tmp_path / "small.jsonl"
    small.write_text("\n".join(source.read_text().splitlines()[:60]))
    assert _fill(small_disk / "r.duckdb", small) is None
    with open_record(small_disk / "r.duckdb", read_only=True) as store:
        assert set(expected_of(small)) <= set(whole(store))


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may write in; root, whom rights do not bind, gets a read-only disk."""
    folder = tmp_path / "locked"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    command = ["mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no read-only disk may be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_folder_that_is_read_only_makes_no_record(locked: Path) -> None:
    with pytest.raises(RecordError, match="check the folder"):
        open_record(locked / "r.duckdb")
    assert list(locked.iterdir()) == []


def test_shards_are_not_begun_where_nothing_can_be_written(locked: Path, tmp_path: Path) -> None:
    articles(tmp_path / "in.jsonl")
    with Local(1) as engine, pytest.raises(UsageError, match="cannot write in"):
        list(read_shards([str(tmp_path / "in.jsonl")], str(locked), engine))
