"""Uploads that were accepted are read, whatever becomes of the process that accepted them."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.desk.upload_queue import UploadQueue, Waiting
from dragoman.desk.uploads import Jobs
from dragoman.desk.workspace import Workspace

ACCEPT = """
import io, sys, time
from pathlib import Path
from dragoman.desk.uploads import Jobs
from dragoman.desk.workspace import Workspace
Jobs._run = lambda self, job, begun: time.sleep(600)
with Workspace.open(Path(sys.argv[1])) as workspace:
    jobs = Jobs(workspace)
    for n in range(3):
        with jobs.incoming() as incoming:
            incoming.add(f"{n}.txt", io.BytesIO(f"Peru opened its embassy in Chad in 200{n}.".encode()))
            jobs.start(incoming.finish())
    print("accepted", flush=True)
    time.sleep(600)
"""


def settled(jobs: Jobs, id: str) -> str:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        job = jobs.get(id)
        assert job is not None
        if job.stage in ("done", "failed"):
            return job.stage
        time.sleep(0.02)
    raise AssertionError("it did not end in time")


def test_what_was_accepted_before_a_kill_is_read_by_the_next_process(tmp_path: Path) -> None:
    record = tmp_path / "r.duckdb"
    server = subprocess.Popen([sys.executable, "-c", ACCEPT, str(record)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None and server.stdout.readline() == "accepted\n"
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    server.stdout.close()
    with Workspace.open(record) as workspace:
        jobs = Jobs(workspace)
        for waiting in UploadQueue(jobs.root).left():
            assert settled(jobs, waiting.id) == "done"
        jobs.close()
        assert {d.name for d in workspace.catalogue.documents} == {"0.txt", "1.txt", "2.txt"}
        assert not UploadQueue(jobs.root).left()


def test_an_upload_that_ends_every_process_is_given_up_and_said(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "r.duckdb") as workspace:
        root = tmp_path / "r.duckdb.files"
        UploadQueue(root).put(Waiting("20240101-aa", (("00", "a.txt"),), begun=3))
        jobs = Jobs(workspace)
        job = jobs.get("20240101-aa")
        assert job is not None and job.stage == "failed" and "dragoman read" in job.reason
        assert not UploadQueue(root).left()
        jobs.close()


def test_a_broken_file_among_those_waiting_stops_no_other(tmp_path: Path) -> None:
    queue = UploadQueue(tmp_path)
    queue.put(Waiting("good", (("00", "a.txt"),)))
    for name, text in {"x": "{", "y": "[]", "z": '{"files": 3, "begun": 0}'}.items():
        (tmp_path / ".waiting" / f"{name}.json").write_text(text)
    assert [w.id for w in queue.left()] == ["good"]


def test_nothing_is_accepted_that_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: UploadQueue, waiting: Waiting) -> None:
        raise OSError(28, "No space left on device")

    with Workspace.open(tmp_path / "r.duckdb") as workspace:
        jobs = Jobs(workspace)
        monkeypatch.setattr(UploadQueue, "put", full)
        with jobs.incoming() as incoming, pytest.raises(OSError, match="No space"):
            incoming.add("a.txt", io.BytesIO(b"Peru opened its embassy in Chad."))
            jobs.start(incoming.finish())
        jobs.close()


def test_what_broke_off_in_mid_upload_is_cleared_away_and_what_is_arriving_is_not(tmp_path: Path) -> None:
    code = """
import io, sys, time
from pathlib import Path
from dragoman.desk.uploads import Incoming, UploadLimits
with Incoming(Path(sys.argv[1]), UploadLimits()) as incoming:
    incoming.add("a.txt", io.BytesIO(b"An embassy."))
    print("arriving", flush=True)
    time.sleep(600)
"""
    record = tmp_path / "r.duckdb"
    root = tmp_path / "r.duckdb.files"
    sender = subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True)
    assert sender.stdout is not None and sender.stdout.readline() == "arriving\n"
    with Workspace.open(record) as workspace:
        Jobs(workspace).close()
        assert len(list(root.glob(".incoming-*"))) == 1  # another process is at it
        os.kill(sender.pid, signal.SIGKILL)
        sender.wait()
        sender.stdout.close()
        Jobs(workspace).close()
        assert not list(root.glob(".incoming-*"))
