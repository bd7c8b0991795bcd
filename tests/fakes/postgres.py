"""A PostgreSQL server of a test's own, from the programs installed on this machine."""

from __future__ import annotations

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

__all__ = ["Cluster", "NoServer", "own_schema", "programs"]

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/bin", "/usr/pgsql-*/bin")


class NoServer(Exception):
    """Why there is no server to test against."""


def programs() -> Path:
    """The folder with initdb and postgres; newest version first."""
    found = [
        folder
        for pattern in _PLACES
        for folder in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
        if (folder / "initdb").exists() and (folder / "postgres").exists()
    ]
    if not found:
        raise NoServer("no PostgreSQL programs here; install postgresql or set DRAGOMAN_TEST_POSTGRES")
    return found[0]


class Cluster:
    """A server in a temporary folder, reached through a socket there; root lends it another user."""

    def __init__(self) -> None:
        self._bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="dgm-pg-", dir="/tmp"))
        self._user = _user()
        if self._user is not None:
            os.chown(self.folder, self._user.pw_uid, self._user.pw_gid)
        self._server: subprocess.Popen[bytes] | None = None
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")

    @property
    def dsn(self) -> str:
        """The address of its database."""
        return f"postgresql://tester@/postgres?host={quote(str(self.folder), safe='')}"

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self._server is not None
        return self._server.pid

    def start(self, *settings: str) -> Cluster:
        """Start it and wait until it answers."""
        options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}"]
        for setting in ("shared_buffers=32MB", "max_connections=60", *settings):
            options += ["-c", setting]
        log = (self.folder / "log").open("ab")
        with log:
            self._server = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self.folder / "data"), *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=_end_with_parent,
                **self._identity(),
            )
        for _ in range(600):
            ready = [str(self._bin / "pg_isready"), "-q", "-h", str(self.folder), "-U", "tester"]
            if subprocess.run(ready, check=False).returncode == 0:
                return self
            if self._server.poll() is not None:
                break
            time.sleep(0.05)
        raise NoServer((self.folder / "log").read_text()[-500:])

    def kill(self) -> None:
        """End server and its children as a crash would."""
        assert self._server is not None
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()

    def stop(self) -> None:
        """End it and take its folder away."""
        if self._server is not None and self._server.poll() is None:
            self._server.send_signal(signal.SIGINT)
            try:
                self._server.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _identity(self) -> dict[str, object]:
        if self._user is None:
            return {}
        return {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            **self._identity(),  # type: ignore[call-overload]
        )
        if done.returncode:
            raise NoServer(f"{program}: {done.stderr.strip()[-300:]}")


def _user() -> pwd.struct_passwd | None:
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "dragoman-test"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    subprocess.run(["useradd", "--system", "--no-create-home", "dragoman-test"], check=False)
    try:
        return pwd.getpwnam("dragoman-test")
    except KeyError:
        raise NoServer("root may not run PostgreSQL, and no other user could be made") from None


def _end_with_parent() -> None:
    """Where the system can: no server is left of a test run that was killed."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT, 0, 0, 0)  # 1 is PR_SET_PDEATHSIG


@contextmanager
def own_schema(dsn: str, name: str) -> Iterator[str]:
    """An address in a schema of its own, dropped afterwards."""
    import psycopg

    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
    joint = "&" if urlsplit(dsn).query else "?"
    try:
        yield f"{dsn}{joint}options=-csearch_path%3D{name}"
    finally:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(f'DROP SCHEMA "{name}" CASCADE')
