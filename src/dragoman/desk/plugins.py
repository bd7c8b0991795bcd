"""Who can read, import, export, supply and check? The registry of plug-ins, the package's own among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from dragoman import hookspecs
from dragoman.desk.own_plugins import OWN, OWN_CHECK
from dragoman.errors import DragomanError, UsageError
from dragoman.hookspecs import Check, Importer, Reader

if TYPE_CHECKING:
    from dragoman.documents import Input, Limits
    from dragoman.errors import InputError
    from dragoman.model.documents import Document
    from dragoman.model.findings import Finding, Observation
    from dragoman.model.statements import Statement
    from dragoman.output.exports import Exporter

__all__ = [
    "HOOKS",
    "Registered",
    "brought_statistics",
    "checked",
    "checks",
    "import_input",
    "importers",
    "load_statistics",
    "manager",
    "plugin_exporters",
    "reader_named",
    "readers",
    "registered",
]

GROUP = "dragoman"
HOOKS = ("readers", "importers", "exporters", "statistics_sources", "checks")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Registered:
    """One thing that a plug-in adds: for which hook, its name and title, and who brought it."""

    hook: str
    name: str
    title: str
    plugin: str


@lru_cache(maxsize=1)
def manager() -> pluggy.PluginManager:
    """All plug-ins: the package's own, and those of installed packages.

    Raises
    ------
    UsageError
        A plug-in does not fit the hooks.
    """
    found = pluggy.PluginManager(GROUP)
    found.add_hookspecs(hookspecs)
    found.register(OWN, "dragoman")
    try:
        found.load_setuptools_entrypoints(GROUP)
        found.check_pending()
    except Exception as error:  # whatever a plug-in of somebody else raises on being loaded
        raise UsageError(
            f"a plug-in cannot be loaded ({type(error).__name__}: {error})",
            remedy="uninstall or upgrade the package that brings it",
        ) from error
    return found


def _all(hook: str) -> Iterator[tuple[str, Any]]:
    """Name of the plug-in and what it adds, in the order in which hooks are called."""
    pm = manager()
    caller = getattr(pm.hook, f"dragoman_{hook}")
    for implementation in reversed(caller.get_hookimpls()):
        for one in implementation.function():
            yield implementation.plugin_name, one


def _named(hook: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    brought: dict[str, str] = {}
    for plugin, one in _all(hook):
        if one.name in out:
            raise UsageError(
                f"{hook}: {one.name} comes from {brought[one.name]} and from {plugin}",
                remedy="uninstall one of them, or give it another name",
            )
        out[one.name], brought[one.name] = one, plugin
    return out


def registered() -> list[Registered]:
    """Everything that is registered, by hook."""
    return [Registered(hook, one.name, one.title, plugin) for hook in HOOKS for plugin, one in _all(hook)]


def _chosen(hook: str, known: dict[str, T], name: str) -> T:
    """By full name, or by the part before the version where that is unambiguous."""
    if name in known:
        return known[name]
    found = [full for full in known if full.rpartition(".v")[0] == name]
    if len(found) == 1:
        return known[found[0]]
    raise UsageError(f"no {hook} {name!r}", remedy=f"use one of {', '.join(known)}")


def readers() -> dict[str, Reader]:
    """Readers by name."""
    return _named("readers")


def importers() -> dict[str, Importer]:
    """Importers by name, in the order in which they are asked."""
    return _named("importers")


def plugin_exporters() -> dict[str, Exporter]:
    """Export formats by name."""
    return _named("exporters")


def checks() -> dict[str, Check]:
    """Checks by name, the package's own first."""
    return _named("checks")


def _load(name: str, rules: tuple[Path, ...]) -> Callable[[Document], Sequence[Statement]]:
    return _chosen("reader", readers(), name).load(rules)


def reader_named(name: str) -> Callable[[tuple[Path, ...]], Callable[[Document], Sequence[Statement]]]:
    """The loader of a reader; worker processes can take it along.

    Raises
    ------
    UsageError
        There is no such reader.
    """
    return partial(_load, _chosen("reader", readers(), name).name)


def import_input(entry: Input, limits: Limits | None = None) -> Iterator[Document | InputError]:
    """The documents of a file, by the first importer that claims it."""
    from dragoman.documents import Limits

    given = limits or Limits()
    for importer in importers().values():
        if importer.claims(entry):
            return importer.open(entry, given)
    raise DragomanError("no importer claims the file", where=entry.source)


def brought_statistics(path: str | Path) -> tuple[list[Observation], list[InputError]] | None:
    """The official figures of a file of a form that another package brings; None where none claims it.

    What a plug-in raises on a file is a problem of that file.
    """
    from dragoman.errors import InputError as Problem
    from dragoman.errors import UnreadableFile

    file = Path(path)
    for plugin, source in _all("statistics_sources"):
        if plugin == "dragoman" or not source.claims(file):
            continue
        try:
            found, wrong = source.load(file)
        except Problem as problem:
            return [], [problem]
        except Exception as error:  # whatever a plug-in of somebody else raises
            what = f"{source.name} failed on it ({type(error).__name__}: {error})"
            return [], [UnreadableFile(what, where=str(path), remedy=f"ask who brings {plugin}")]
        return list(found), list(wrong)
    return None


def load_statistics(paths: Iterable[str | Path]) -> tuple[list[Observation], list[InputError]]:
    """The official figures of tables, each by the first source that claims it."""
    sources = _named("statistics_sources").values()
    observations: list[Observation] = []
    problems: list[InputError] = []
    for path in map(Path, paths):
        source = next(s for s in sources if s.claims(path))
        found, wrong = source.load(path)
        observations.extend(found)
        problems.extend(wrong)
    return observations, problems


def checked(
    statements: Sequence[Statement],
    observations: Sequence[Observation],
    texts: Any,
    own: Sequence[Finding] | None = None,
) -> list[Finding]:
    """The findings of all checks; those of other packages are put in order with the package's own.

    Parameters
    ----------
    own : sequence of Finding, optional
        What the package's own check found, where it ran already.
    """
    found: list[Finding] = []
    every = checks()
    for name, check in every.items():
        ran = own if name == OWN_CHECK else None
        found.extend(check.find(statements, observations, texts) if ran is None else ran)
    if len(every) > 1:
        order = {"conflict": 0, "implied": 1, "unchecked": 2, "holds": 3}
        found.sort(key=lambda f: order.get(f.verdict, 4))  # stable: each check's own order stays
    return found
