"""Builds ``tutorial.ipynb`` from ``docs/tutorial.md``: prose as Markdown cells, examples as code cells."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"```python\n(.*?)\n```", re.S)
# The notebook stands beside the articles; the page is run from the folder above.
_START = "import os, pathlib, tempfile\n\nos.chdir(pathlib.Path.cwd().parent if pathlib.Path('articles').is_dir() else '.')\nfolder = pathlib.Path(tempfile.mkdtemp())"


def _source(block: str) -> str:
    """The input of a block, without prompts and results."""
    lines = [line[4:] for line in block.splitlines() if line.startswith((">>> ", "... "))]
    return "\n".join(lines)


def _cell(kind: str, number: int, text: str) -> dict[str, Any]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    cell: dict[str, Any] = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": lines}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def notebook(page: str) -> dict[str, Any]:
    """The page as a notebook of format 4.5."""
    parts = [("code", _START)]
    for n, part in enumerate(_BLOCK.split(page)):
        text = _source(part) if n % 2 else part.strip()
        if text:
            parts.append(("code" if n % 2 else "markdown", text))
    cells = [_cell(kind, n, text) for n, (kind, text) in enumerate(parts)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def notebook_text() -> str:
    """The notebook of the tutorial as it lies in the repository."""
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    return json.dumps(notebook(page), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    (ROOT / "examples" / "tutorial.ipynb").write_text(notebook_text(), encoding="utf-8")
