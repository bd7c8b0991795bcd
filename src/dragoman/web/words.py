"""Every sentence of the interface, ready for translation.

Templates and code write English inside ``_("...")``. ``words/messages.yaml`` lists every such
message (``collect`` makes it, a test holds it up to date); a translation is a copy of it named by
its language, with the texts replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from typing import Any

__all__ = ["collect", "languages", "listing", "translator"]

_CALL = re.compile(r"""\b_\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def _folder(name: str) -> Any:
    return resources.files("dragoman.web").joinpath(name)


def _vocabulary() -> set[str]:
    """Words of the statement model and of decisions, which pages show as they are."""
    from dragoman.desk.findings import ACTIONS
    from dragoman.desk.pledge_lists import STATES
    from dragoman.desk.review import DECIDABLE
    from dragoman.desk.search import FACETS
    from dragoman.model.findings import REPAIRS
    from dragoman.model.statements import KINDS, STATUSES

    fields = "actor recipient date measure value low high unit base flow products object people organisations place"
    files = "waiting reading read known refused failed withdrawn revised"
    more = (
        f"{fields} {files} attribution rule confidence exports imports document finding observation statement"
    )
    return {*REPAIRS, *KINDS, *STATUSES, *STATES, *ACTIONS, *DECIDABLE, *FACETS, *more.split()}


def collect() -> list[str]:
    """Every message that templates and pages use, sorted; ``python -m dragoman.web.words`` writes them."""
    import ast

    found = _vocabulary()
    for folder, suffix in (("templates", ".html"), ("pages", ".py"), (".", ".py")):
        for entry in _folder(folder).iterdir():
            if entry.name.endswith(suffix) and entry.name != "words.py":
                found |= {ast.literal_eval(m) for m in _CALL.findall(entry.read_text(encoding="utf-8"))}
    return sorted(found)


def languages() -> list[str]:
    """Languages that there are catalogues for; English needs none."""
    names = [entry.name for entry in _folder("words").iterdir()]
    return sorted(
        {"en", *(n.removesuffix(".yaml") for n in names if n.endswith(".yaml") and n != "messages.yaml")}
    )


@lru_cache(maxsize=8)
def _catalogue(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    import yaml

    return dict(
        yaml.safe_load(_folder("words").joinpath(f"{language}.yaml").read_text(encoding="utf-8")) or {}
    )


def translator(language: str) -> Callable[..., str]:
    """What turns an English message into the language; named fields are filled in.

    A number field ``n`` chooses between two forms parted by ``|``: ``_("{n} page|{n} pages", n=1)``.
    """
    words = _catalogue(language)

    def translate(message: str, **fields: Any) -> str:
        text = words.get(message) or message
        if "|" in text:
            one, _, many = text.partition("|")
            text = one if fields.get("n") == 1 else many
        if not fields:
            return text
        return text.format(**{k: f"{v:,}" if type(v) is int else v for k, v in fields.items()})

    return translate


def listing() -> str:
    """The text of ``words/messages.yaml``."""
    import json

    head = (
        "# Every message of the interface. Copy to LANGUAGE.yaml and replace the texts behind the colons.\n"
    )
    return head + "".join(
        f"{json.dumps(m, ensure_ascii=False)}: {json.dumps(m, ensure_ascii=False)}\n" for m in collect()
    )


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("words").joinpath("messages.yaml").write_text(listing(), encoding="utf-8")
