"""Files by path or by address (``s3://bucket/key`` and others that fsspec knows)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import MissingExtra, NotWritten, UnreadableFile, UsageError

__all__ = ["Folder", "digest_of", "expand", "fetched", "is_remote"]

_PART = ".part"


def is_remote(name: str) -> bool:
    """Whether fsspec must open it."""
    return "://" in name and not name.startswith("file://")


def _remote(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path there."""
    try:
        import fsspec
    except ImportError as error:
        raise MissingExtra(f"{address} needs fsspec", remedy="pip install 'dragoman[files]'") from error
    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(
            f"no way to open {address} ({error})",
            remedy="install fsspec's driver for it, such as s3fs for s3://",
        ) from error
    return system, path


def expand(names: Iterable[str]) -> list[str]:
    """Files of paths, folders, patterns and addresses, each once, sorted by name.

    Raises
    ------
    UsageError
        Something names no file.
    """
    found: set[str] = set()
    for name in names:
        files = _expanded(name)
        if not files:
            raise UsageError(
                f"{name} names no file", remedy="give files, folders, or patterns such as 'in/*.parquet'"
            )
        found.update(files)
    return sorted(found)


def _expanded(name: str) -> list[str]:
    if is_remote(name):
        system, path = _remote(name)
        if any(c in path for c in "*?["):
            files = system.glob(path)
        elif system.isdir(path):
            files = system.find(path)
        else:
            files = [path]
        return [system.unstrip_protocol(f) for f in files]
    place = Path(name.removeprefix("file://"))
    if place.is_dir():
        return [str(p) for p in place.rglob("*") if p.is_file() and not p.name.startswith(".")]
    if place.exists():
        return [str(place)]
    parent = Path(place.anchor or ".")
    pattern = str(place.relative_to(place.anchor)) if place.anchor else str(place)
    return [str(p) for p in parent.glob(pattern) if p.is_file()]


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def fetched(name: str) -> Iterator[Path]:
    """The file on this machine, for as long as it is needed.

    Raises
    ------
    UnreadableFile
        It is not there or cannot be fetched.
    """
    if not is_remote(name):
        yield Path(name.removeprefix("file://"))
        return
    system, path = _remote(name)
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        local = Path(folder, path.rsplit("/", 1)[-1])
        try:
            system.get_file(path, str(local))
        except Exception as error:  # drivers raise what they like
            raise UnreadableFile(
                f"cannot be fetched ({type(error).__name__}: {error})",
                where=name,
                remedy="check the address and the rights to it",
            ) from error
        yield local


class Folder:
    """A folder to write in, here or at an address; every file appears whole or not at all."""

    def __init__(self, name: str) -> None:
        self.name = name.rstrip("/")
        self._system: Any = None
        if is_remote(name):
            self._system, self._path = _remote(self.name)

    def make(self) -> None:
        """Make it, and clear away parts that a killed run has left.

        Raises
        ------
        UsageError
            It cannot be made or written to.
        """
        if self._system is not None:
            return
        path = Path(self.name)
        try:
            path.mkdir(parents=True, exist_ok=True)
            self.clear()
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as error:
            raise UsageError(
                f"cannot write in {self.name} ({error.strerror})", remedy="give a folder that can be written"
            ) from error

    def clear(self) -> None:
        """Take away parts of files that killed workers have left."""
        if self._system is None:
            for part in Path(self.name).glob(f".*{_PART}"):
                part.unlink(missing_ok=True)

    def digest(self, name: str) -> str | None:
        """SHA-256 of a file in it; None where there is none."""
        if self._system is None:
            try:
                return digest_of(Path(self.name, name))
            except OSError:
                return None
        try:
            with self._system.open(f"{self._path}/{name}", "rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return None

    def read(self, name: str) -> bytes:
        """The content of a file in it; nothing where there is none."""
        try:
            if self._system is None:
                return Path(self.name, name).read_bytes()
            content: bytes = self._system.cat_file(f"{self._path}/{name}")
            return content
        except FileNotFoundError:
            return b""

    def put(self, name: str, local: Path) -> None:
        """Move a file from this machine into it under a name.

        Raises
        ------
        NotWritten
            There is no room or no right; what was there under the name still is.
        """
        try:
            if self._system is not None:
                self._system.put_file(str(local), f"{self._path}/{name}")
                return
            handle, part = tempfile.mkstemp(prefix=f".{name}-", suffix=_PART, dir=self.name)
            try:
                with os.fdopen(handle, "wb") as out, local.open("rb") as content:
                    while block := content.read(1 << 20):
                        out.write(block)
                    out.flush()
                    os.fsync(out.fileno())
                mask = os.umask(0)
                os.umask(mask)
                Path(part).chmod(0o666 & ~mask)
                Path(part).replace(Path(self.name, name))
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(part).unlink()
                raise
        except OSError as error:
            raise NotWritten(
                f"cannot be written ({error.strerror or error})",
                where=f"{self.name}/{name}",
                remedy="make room or give another folder, and run again: finished shards are kept",
            ) from error

    def remove(self, name: str) -> None:
        """Take a file out of it, where it is there."""
        if self._system is None:
            Path(self.name, name).unlink(missing_ok=True)
        elif self._system.exists(f"{self._path}/{name}"):
            self._system.rm_file(f"{self._path}/{name}")
