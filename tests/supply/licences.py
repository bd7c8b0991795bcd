"""Under which licence every pinned package stands: ``python -m tests.supply.licences`` writes the list.

Read from the metadata of what is installed; ``requirements/licences.csv`` keeps it, so that a change of a pin
that changes a licence shows in the diff.
"""

from __future__ import annotations

import csv
import io
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

__all__ = ["LISTED", "REQUIREMENTS", "licence_of", "listing", "pinned"]

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
LISTED = REQUIREMENTS / "licences.csv"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
# Packages whose metadata name no licence, read in the file that they carry.
_READ = {"axe-playwright-python": "MIT"}


def pinned(name: str) -> dict[str, str]:
    """Packages of a file of requirements, with their versions."""
    return {
        package.lower(): version
        for package, version in _PIN.findall((REQUIREMENTS / name).read_text("utf-8"))
    }


def licence_of(package: str) -> str | None:
    """What the package says of its licence; None where it is not installed."""
    try:
        about = metadata(package)
    except PackageNotFoundError:
        return None
    if expression := about.get("License-Expression"):
        return str(expression)
    named = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    words = (about.get("License") or "").strip().splitlines()
    return (
        "; ".join(n for n in named if n != "OSI Approved")
        or (words[0] if words else "")
        or _READ.get(package, "")
    )


def listing() -> str:
    """The list as CSV: package, licence, and whether everybody gets it or only who develops."""
    runtime, out = pinned("runtime.txt"), io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["package", "licence", "for"])
    before = known()
    for package in sorted({*runtime, *pinned("dev.txt"), *pinned("build.txt")}):
        licence = licence_of(package)
        kept = before.get(package, ("", ""))[0] if licence is None else licence
        writer.writerow([package, kept, "everybody" if package in runtime else "development"])
    return out.getvalue()


def known() -> dict[str, tuple[str, str]]:
    """The list as kept: licence and for whom, by package."""
    if not LISTED.exists():
        return {}
    with LISTED.open(encoding="utf-8", newline="") as lines:
        return {row["package"]: (row["licence"], row["for"]) for row in csv.DictReader(lines)}


if __name__ == "__main__":
    LISTED.write_text(listing(), encoding="utf-8")
