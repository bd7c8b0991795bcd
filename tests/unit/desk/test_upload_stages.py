"""What an upload that broke off leaves is cleared, at whatever moment its process ended."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from dragoman.desk import upload_stages
from dragoman.desk.upload_stages import begin_stage, clear_broken_off


def test_a_folder_in_which_somebody_works_stays(tmp_path: Path) -> None:
    stage, held = begin_stage(tmp_path)
    clear_broken_off(tmp_path)
    assert stage.exists()
    held.close()  # as when its process ends
    clear_broken_off(tmp_path)
    assert not stage.exists()


def test_a_folder_whose_process_ended_before_it_could_hold_it_goes(tmp_path: Path) -> None:
    (tmp_path / ".incoming-a").mkdir()
    (tmp_path / ".incoming-b").mkdir()
    (tmp_path / ".incoming-b" / ".held").touch()
    (tmp_path / ".incoming-b" / "0").write_bytes(b"half")
    clear_broken_off(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("moment", ["before the file", "before the lock", "after the lock"])
def test_an_upload_cleared_while_it_begins_takes_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    make, hold = tempfile.mkdtemp, upload_stages._hold
    cleared: list[Path | str] = []

    def made(**how: Any) -> str:
        folder: str = make(**how)
        if moment == "before the file" and not cleared:
            cleared.append(folder)
            clear_broken_off(tmp_path)
        return folder

    def locked(file: BinaryIO) -> bool:
        own = Path(file.name).parent
        mine = len(cleared) == 0 and moment != "before the file"
        if mine and moment == "before the lock":
            cleared.append(own)
            shutil.rmtree(own)
        got = hold(file)
        if mine and moment == "after the lock":
            cleared.append(own)
            shutil.rmtree(own)
        return got

    monkeypatch.setattr(tempfile, "mkdtemp", made)
    monkeypatch.setattr(upload_stages, "_hold", locked)
    stage, held = begin_stage(tmp_path)
    assert stage.exists() and (stage / ".held").exists()
    assert cleared and str(stage) != str(cleared[0])
    held.close()
