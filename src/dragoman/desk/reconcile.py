"""What an analyst asks of figures: gather statements and official series, and reconcile them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.errors import BadLine, InputError, UnknownCode, UnreadableFile, UsageError, reason_of
from dragoman.model.findings import Finding, Observation
from dragoman.model.statements import KINDS, STATUSES, Statement, from_json

__all__ = [
    "BUNDLED",
    "Gathered",
    "codes_named",
    "country_codes",
    "default_inputs",
    "findings",
    "gather",
    "read_statements",
    "save_findings",
    "split_countries",
]

_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")

BUNDLED = "bundled"
"""In place of a file: the official sample that comes with the package."""


@dataclass(slots=True)
class Gathered:
    """Statements and official figures from all inputs, and what could not be read.

    ``dates`` and ``texts`` have the date and the text of a document by its name, where a record
    knows them.
    """

    statements: list[Statement] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def _with_id(line: Mapping[str, Any]) -> Mapping[str, Any]:
    """The line with an id of its own making where it has none."""
    if line.get("id"):
        return line
    seed = json.dumps(line, sort_keys=True, default=str, ensure_ascii=False)
    return {**line, "id": "st_" + hashlib.sha256(seed.encode()).hexdigest()[:16]}


def _statement(text: str, where: str) -> Statement:
    remedy = "each line must be one statement as `dragoman read --format jsonl` prints them"
    try:
        line = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise BadLine(f"no JSON: {error}", where=where, remedy=remedy) from error
    if not isinstance(line, dict):
        raise BadLine("no JSON object", where=where, remedy=remedy)
    try:
        s = from_json(_with_id(line))
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise BadLine(f"no statement: {error!r}", where=where, remedy=remedy) from error
    if s.kind not in KINDS or s.status not in STATUSES:
        raise BadLine(
            f"kind {s.kind!r} with status {s.status!r} is unknown",
            where=where,
            remedy=f"kinds are {', '.join(KINDS)}; statuses {', '.join(STATUSES)}",
        )
    for number in (s.value, s.low, s.high):
        if number is not None and not number.is_finite():
            raise BadLine(f"number {number} is not finite", where=where, remedy="write null where unbounded")
    if s.low is not None and s.high is not None and s.low > s.high:
        raise BadLine(f"low {s.low} is above high {s.high}", where=where, remedy="write the lower end as low")
    return s


def read_statements(path: str | Path) -> tuple[list[Statement], list[InputError]]:
    """The statements of a JSON Lines file (``-`` is standard input), and a problem for each bad line.

    Raises
    ------
    UnreadableFile
        The file cannot be opened or is no UTF-8.
    """
    try:
        if str(path) == "-":
            import sys

            text = sys.stdin.read()
        else:
            text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"cannot be read ({reason_of(error)})",
            where=str(path),
            remedy="give a UTF-8 file of statements, a line each",
        ) from error
    found: list[Statement] = []
    problems: list[InputError] = []
    # Only a line feed ends a line: other separators may stand inside JSON strings.
    for n, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_statement(line, f"{path}, line {n}"))
        except BadLine as problem:
            problems.append(problem)
    return found, problems


def _from_record(path: str | Path, into: Gathered) -> None:
    """What a record has, with people's decisions heeded."""
    from dragoman.desk.decisions import decided_from
    from dragoman.record import is_there, open_store
    from dragoman.record.casework import Casework

    if not is_there(path):
        raise UnreadableFile(
            "no such record", where=str(path), remedy="make one with: dragoman read PATH --into FILE"
        )
    with open_store(path, read_only=True) as record:
        decided = decided_from(record, Casework(record))
        into.statements.extend(decided.heeded(record.statements()))
        into.observations.extend(record.observations())
        for stored in record.documents():
            document = stored.document
            into.texts[document.name] = document.text
            if document.date:
                into.dates[document.name] = document.date


def _add_texts(into: Gathered, folders: Sequence[str | Path]) -> None:
    from dragoman.documents import find_inputs, import_file

    for entry in find_inputs(folders):
        for item in [entry] if isinstance(entry, InputError) else import_file(entry):
            if isinstance(item, InputError):
                into.problems.append(item)
                continue
            into.texts[item.name] = item.text
            if item.date:
                into.dates[item.name] = item.date


def gather(
    paths: Iterable[str | Path],
    statistics: Sequence[str | Path] = (),
    texts: Sequence[str | Path] = (),
) -> Gathered:
    """Read records, files of statements and tables of official figures; what fails is noted.

    Parameters
    ----------
    texts : sequence of path
        Documents, or folders of them, that the statements were read from. Records have their own.
    """
    from dragoman.record import names_record

    out = Gathered()
    for path in paths:
        try:
            if names_record(path):
                _from_record(path, out)
            else:
                found, problems = read_statements(path)
                out.statements.extend(found)
                out.problems.extend(problems)
        except InputError as problem:
            out.problems.append(problem)
    _add_texts(out, texts)
    if statistics:
        observations, problems = official_figures(statistics)
        out.observations.extend(observations)
        out.problems.extend(problems)
    return out


def official_figures(paths: Sequence[str | Path]) -> tuple[list[Observation], list[InputError]]:
    """Official figures of tables, ``bundled`` being the sample of the package; and what could not be read."""
    from dragoman.desk.plugins import load_statistics
    from dragoman.statistics.bundled import bundled_observations

    files = [path for path in paths if str(path) != BUNDLED]
    observations, problems = load_statistics(files) if files else ([], [])
    if len(files) < len(paths):
        observations = [*bundled_observations(), *observations]
    return observations, problems


def findings(gathered: Gathered, workers: int = 1) -> list[Finding]:
    """What holds, contradicts, follows, and what official figures say of it; worst first.

    Parameters
    ----------
    workers : int
        Processes that families of figures are shared out among.

    Raises
    ------
    DragomanError
        A worker was lost twice with the same families.
    """
    from dragoman.desk.spreading import findings_with

    return findings_with(gathered, workers)


def save_findings(paths: Sequence[str | Path], found: Sequence[Finding]) -> None:
    """Make these the findings of the one record among the inputs.

    Raises
    ------
    UsageError
        There is not exactly one record.
    """
    from dragoman.record import names_record, open_store

    records = [p for p in paths if names_record(p)]
    if len(records) != 1:
        raise UsageError(f"--save with {len(records)} records", remedy="give exactly one record (*.duckdb)")
    with open_store(records[0]) as record:
        record.put_findings(found)


def country_codes(codes: Sequence[str]) -> list[str]:
    """The codes in capitals, each a country or body that the tables know.

    Raises
    ------
    UnknownCode
        One is neither.
    """
    from dragoman.codes import is_body, is_country

    out = []
    for code in codes:
        upper = code.upper()
        if not (is_country(upper) or is_body(upper)):
            raise UnknownCode(f"{code!r} is no code of a country or body", remedy=_code_meant(code))
        out.append(upper)
    return out


def _code_meant(text: str) -> str:
    """What to do about a word that is no code: the code where it is a name, else how one looks."""
    from dragoman.codes.parties import party

    try:
        return f"write {party(text)}"
    except UnknownCode:
        return "give ISO 3166-1 alpha-3 such as KAZ or BGR"


def codes_named(names: Sequence[str]) -> list[str]:
    """The codes of countries or bodies as people write them: KAZ, kaz, Kazakhstan.

    Raises
    ------
    UnknownCode
        Nobody is called so; the message has the nearest names.
    """
    from dragoman.codes.parties import party

    return [party(name) for name in names]


def split_countries(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Countries at the front of the arguments, and the paths after them."""
    names: list[str] = []
    rest = list(arguments)
    # A word without a dot or a slash is a name, right or wrong: a slip is told as one of countries.
    while rest and _NAME.fullmatch(rest[0]) and not Path(rest[0]).exists():
        names.append(rest.pop(0))
    return names, rest


def default_inputs(paths: Sequence[str] | None) -> list[str]:
    """The paths given; without any the record that ``DRAGOMAN_RECORD`` names, or ``record.duckdb`` here.

    Raises
    ------
    UsageError
        No path is given and neither is there.
    """
    if paths:
        return list(paths)
    named = os.environ.get("DRAGOMAN_RECORD") or "record.duckdb"
    from dragoman.record import is_there

    if not is_there(named):
        raise UsageError(
            "no input",
            remedy="give a record (*.duckdb) or files of statements, or name a record in DRAGOMAN_RECORD",
        )
    return [named]
