"""Every sentence of the interface, ready for translation.

Templates and pages write English inside ``_("...")``; findings, pledges and ledgers are told in messages
made by ``say("...")`` (`dragoman.model.messages`). ``words/messages.yaml`` lists both (``collect`` makes
it, a test holds it up to date); a translation is a copy of it named by its language, with the texts replaced.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.model.messages import filled, render

__all__ = ["collect", "languages", "listing", "translator"]

_CALL = re.compile(r"""\b_\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


def _folder(name: str) -> Any:
    return resources.files("dragoman.web").joinpath(name)


def _vocabulary() -> set[str]:
    """Words of the statement model and of decisions, which pages show as they are."""
    from dragoman.desk.catalogue import DECISIONS, VERDICTS
    from dragoman.desk.findings import ACTIONS
    from dragoman.desk.pledge_lists import STATES
    from dragoman.desk.review import DECIDABLE
    from dragoman.desk.search import FACETS
    from dragoman.model.findings import REPAIRS, RULES
    from dragoman.model.statements import BALANCES, KINDS, STATUSES
    from dragoman.output.charts import KINDS as MARKS
    from dragoman.output.charts import SCALE_WORDS
    from dragoman.reconciling.lexicons import sentence_parts

    fields = "actor recipient date measure value low high unit base flow products object people organisations place"
    files = "waiting reading read known refused failed withdrawn revised"
    more = f"{fields} {files} balance attribution rule confidence document finding observation statement"
    verbs = "is are comes come"
    modes = {mode.replace("_", " ") for every in KINDS.values() for mode in every}
    chosen = {
        *RULES,
        *VERDICTS,
        *DECISIONS,
        *REPAIRS,
        *KINDS,
        *STATUSES,
        *STATES,
        *ACTIONS,
        *DECIDABLE,
        *FACETS,
    }
    return {
        *SCALE_WORDS,
        *MARKS,
        *chosen,
        *modes,
        *BALANCES,
        *more.split(),
        *verbs.split(),
        *_dates(),
        *_names(),
        *sentence_parts(),
    }


def _dates() -> set[str]:
    import calendar

    from dragoman.web.wording import PRECISIONS, SEASONS

    return {*calendar.month_name, *calendar.month_abbr, *SEASONS.values(), *PRECISIONS} - {""}


def _names() -> set[str]:
    """Countries and bodies, by themselves and with the article that sentences give some of them."""
    from dragoman.codes import bodies, countries
    from dragoman.reconciling.spoken import party_words

    named = [(c.alpha3, c.name) for c in countries()] + [(b.code, b.name) for b in bodies()]
    return {words for code, name in named for words in (name, str(party_words(code)))}


def collect() -> list[str]:
    """Every message that templates, pages and sentences use, sorted; ``python -m dragoman.web.words`` writes them."""
    found = _vocabulary()
    for entry in _folder("templates").iterdir():
        found |= {ast.literal_eval(m) for m in _CALL.findall(entry.read_text(encoding="utf-8"))}
    for package in ("web", "web.pages", "desk", "reconciling"):
        for entry in resources.files(f"dragoman.{package}").iterdir():
            if entry.name.endswith(".py"):
                found |= {*_literals(ast.parse(entry.read_text(encoding="utf-8")))}
    return sorted(found)


def _literals(tree: ast.AST) -> Iterator[str]:
    """What is written out inside ``_(...)`` and ``say(...)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "say"):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


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
        said = {k: render(v, translate) if isinstance(v, str) else v for k, v in fields.items()}
        return filled(words.get(message) or message, said)

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
