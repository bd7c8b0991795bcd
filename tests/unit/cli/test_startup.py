"""The command line starts at once: nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    *("duckdb", "trafilatura", "pypdf", "docx", "warcio", "lxml", "numba", "numpy", "highspy", "yaml"),
    *("sentencex", "charset_normalizer", "ahocorasick_rs"),
)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli.app import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error() -> None:
    code = (
        "import sys; sys.argv = ['dragoman', 'read', '-', '--format', 'jsonl']\n"
        "from tests.fakes import reader\n"
        "sys.modules['dragoman.reading.reader'] = reader\n"
        "from dragoman.cli.app import main\nmain()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdin and run.stdout and run.stderr
        run.stdout.close()
        run.stdin.write(b"embassy " * 5000)
        run.stdin.close()
        assert run.stderr.read() == b""
