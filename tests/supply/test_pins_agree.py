"""One version of a package for those who use it and for those who test it."""

import re
from pathlib import Path

_REQUIREMENTS = Path(__file__).parents[2] / "requirements"


def _pins(name: str) -> dict[str, str]:
    text = (_REQUIREMENTS / f"{name}.txt").read_text()
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def test_what_users_install_is_what_the_tests_run_with() -> None:
    tested = _pins("dev")
    installed = _pins("runtime")
    assert installed
    assert {k: v for k, v in installed.items() if tested.get(k) != v} == {}
