"""The tutorial runs, as a page and as a notebook."""

from __future__ import annotations

import doctest
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_notebook", ROOT / "examples" / "build_notebook.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_example_of_the_tutorial_gives_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    from decimal import Decimal

    test = doctest.DocTestParser().get_doctest(
        page, {"folder": tmp_path, "Decimal": Decimal}, "tutorial.md", "docs/tutorial.md", 0
    )
    assert len(test.examples) > 15
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    said: list[str] = []
    assert runner.run(test, out=said.append).failed == 0, "".join(said)


def test_the_notebook_is_that_of_the_page_and_its_cells_run(monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat")
    text = (ROOT / "examples" / "tutorial.ipynb").read_text(encoding="utf-8")
    assert text == _builder().notebook_text(), "run examples/build_notebook.py"
    nbformat.validate(nbformat.reads(text, as_version=4))
    monkeypatch.chdir(ROOT / "examples")
    names: dict[str, object] = {}
    for cell in json.loads(text)["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), "tutorial.ipynb", "exec"), names)
    assert "kept" in names
