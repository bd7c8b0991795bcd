"""What is shipped and what it stands on: pins, licences, and packages that are the same bytes every time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.supply.licences import REQUIREMENTS, known, licence_of, pinned

FILES = ("runtime.txt", "dev.txt", "build.txt", "compiled.txt")
# GNU licences that ask for the source of the whole; the Lesser one does not, and is for extras only.
_WHOLE = re.compile(r"(?<!L)A?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)


def _refused(licence: str) -> bool:
    """Whether there is no way to use it but under such a licence."""
    return all(_WHOLE.search(way) for way in licence.split(" OR "))


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_its_version_and_hashes_and_no_address(name: str) -> None:
    text = (REQUIREMENTS / name).read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+(\[[^\]]*\])?==", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]
    assert "://" not in text and "--index" not in text and "--find-links" not in text


def test_the_list_of_licences_has_every_pinned_package() -> None:
    wanted = {*pinned("runtime.txt"), *pinned("dev.txt"), *pinned("build.txt")}
    assert set(known()) == wanted, "run: python -m tests.supply.licences"
    assert all(licence for licence, _ in known().values())


def test_licences_are_those_of_the_list() -> None:
    unlike = {
        package: (licence, now)
        for package, (licence, _) in known().items()
        if (now := licence_of(package)) is not None and now != licence
    }
    assert not unlike, "look at them, then run: python -m tests.supply.licences"


def test_nothing_stands_under_the_general_public_licence() -> None:
    for package, (licence, whom) in known().items():
        assert not _refused(licence), f"{package}: {licence}"
        if whom == "everybody":
            ways = licence.split(" OR ")
            assert not all("LGPL" in way or "Lesser" in way for way in ways), f"{package}: {licence}"


@pytest.mark.parametrize(
    ("licence", "refused"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU Affero General Public License v3", True),
        ("LGPL-3.0-only", False),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("MIT AND GPL-2.0-only", True),
        ("MIT", False),
    ],
)
def test_the_check_knows_what_it_looks_for(licence: str, refused: bool) -> None:
    assert _refused(licence) is refused


def _sources(folder: Path, age: int) -> Path:
    """What packages are made of, with times of their own."""
    copy = folder / "tree"
    copy.mkdir(parents=True)
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("src", "tests", "docs", "examples"):
        shutil.copytree(ROOT / name, copy / name, ignore=leave)
    for name in ("README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "pyproject.toml"):
        shutil.copy(ROOT / name, copy / name)
    for path in copy.rglob("*"):
        os.utime(path, (1_600_000_000 + age, 1_600_000_000 + age))
    return copy


def _built(tree: Path, out: Path, *targets: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    for target in targets:
        command += ["-t", target]
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("packages")
    return folder, _built(_sources(folder / "one", 0), folder / "first", "wheel", "sdist")


def test_packages_are_the_same_bytes_whenever_they_are_made(
    packages: tuple[Path, dict[str, bytes]],
) -> None:
    folder, first = packages
    assert sorted(name.rpartition(".")[2] for name in first) == ["gz", "whl"]
    second = _built(_sources(folder / "two", 10_000_000), folder / "second", "wheel", "sdist")
    assert second == first


def test_the_wheel_made_of_the_source_package_is_the_same(packages: tuple[Path, dict[str, bytes]]) -> None:
    folder, first = packages
    (source,) = (folder / "first").glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (tree,) = (folder / "unpacked").iterdir()
    again = _built(tree, folder / "third", "wheel")
    (wheel,) = again
    assert again[wheel] == first[wheel]


def test_the_wheel_has_the_data_and_no_tests(packages: tuple[Path, dict[str, bytes]]) -> None:
    (wheel,) = (packages[0] / "first").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for path in ("py.typed", "web/templates/pair.html", "web/static/desk.css", "data/rules", "data/network"):
        assert any(name.startswith(f"dragoman/{path}") for name in names), path
    assert all(name.startswith(("dragoman/", "dragoman-")) for name in names)
    licences = [name for name in names if ".dist-info/licenses/" in name]
    assert sorted(name.rpartition("/")[2] for name in licences)[:2] == ["LICENSE", "NOTICE"]
