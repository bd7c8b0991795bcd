"""How do I move or keep a whole record? As an archive, and back again."""

from __future__ import annotations

from pathlib import Path

from dragoman.desk.exports import whole_file
from dragoman.errors import RecordError, UnreadableFile
from dragoman.record import is_address, is_there, open_store, shown
from dragoman.record.archives import read_archive, write_archive

__all__ = ["archive_record", "restore_record"]


def archive_record(record: str | Path, path: Path) -> dict[str, int]:
    """Write a record as one zip of JSON Lines; the number of rows by table.

    Raises
    ------
    UnreadableFile, RecordError
        There is no such record, or it cannot be used.
    UsageError
        The file cannot be written.
    """
    if not is_there(record):
        raise UnreadableFile("no such record", where=shown(record), remedy="name a record that there is")
    with open_store(record, read_only=True) as store, whole_file(path) as (_, stream):
        return write_archive(store, stream)


def restore_record(path: Path, record: str | Path) -> dict[str, int]:
    """Make a record from an archive; the number of rows by table. A failed one leaves no file.

    Raises
    ------
    UnreadableFile, RecordTooNew
        It is no archive, is broken, or of a newer version.
    RecordError
        The record has something in it already.
    """
    if not path.exists():
        raise UnreadableFile("no such file", where=str(path), remedy="name an archive that there is")
    fresh = not is_there(record)
    try:
        with open_store(record) as store:
            return read_archive(path, store)
    except (UnreadableFile, RecordError):
        if fresh and not is_address(record):
            Path(record).unlink(missing_ok=True)
        raise
