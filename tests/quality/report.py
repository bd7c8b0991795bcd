"""Measure the reader on the annotated corpora: the rule writer's daily tool.

    python -m tests.quality.report                        # a table a corpus
    python -m tests.quality.report --corpus devset --show # with every miss and every extra
    python -m tests.quality.report --corpus devset --show --kind tie --document 003
    python -m tests.quality.report --rules                # how often each rule was right
    python -m tests.quality.report --corpus devset --gold 003-kenya   # gold of one passage
    python -m tests.quality.report --pin --because "the first rules of trade"

Corpora: seeds, real (both in the shared folder), devset, held-out, silence (passages that say
nothing of the kind) and silence-held-out. The held-out ones are only counted, never listed, so
that those who write rules do not read them. ``--pin`` raises the floors in ``floors.json`` to what
is measured; where a floor would fall it asks for ``--because`` and keeps the sentence.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tests.quality.corpora import CORPORA, Corpus, corpus, load_gold, read_statements
from tests.quality.floors import measured, pin
from tests.quality.scoring import Pairing, Tally, describe

__all__ = ["main"]


def _table(name: str, tally: Tally) -> None:
    print(f"\n{name}: {tally.documents} documents, {tally.documents_with_extra} with something extra")
    print(f"{'kind':<14}{'right':>6}{'missed':>7}{'extra':>6}{'prec':>7}{'rec':>7}{'F1':>7}")
    for kind, r in tally.rows().items():
        counts = f"{r['right']:>6}{r['missed']:>7}{r['extra']:>6}"
        print(f"{kind:<14}{counts}{r['precision']:>7.3f}{r['recall']:>7.3f}{r['f1']:>7.3f}")
    print("slots " + "  ".join(f"{slot} {rate:.3f}" for slot, rate in tally.slots().items()))


def _show(stem: str, golds: list[Any], founds: list[Any], outcome: Pairing, kind: str | None) -> None:
    for g in outcome.missed:
        if kind in (None, golds[g]["kind"]):
            print(f"missed  {stem}: {describe(golds[g])}")
    for f in outcome.extra:
        if kind in (None, founds[f]["kind"]):
            print(f"extra   {stem}: {describe(founds[f])}")
    for g, f, agreed in outcome.pairs:
        wrong = [slot for slot, agreement in agreed.items() if agreement < 1]
        if wrong and kind in (None, golds[g]["kind"]) and not golds[g].get("optional"):
            said = {"direction": "actor"}
            pairs = [
                f"{s}: {founds[f].get(said.get(s, s))!r} for {golds[g].get(said.get(s, s))!r}" for s in wrong
            ]
            print(f"slot    {stem}: {describe(founds[f])} | {'; '.join(pairs)}")


def _measure(
    chosen: Corpus, reader: Any, args: argparse.Namespace, rules: Counter[tuple[str, bool]]
) -> Tally:
    tally = Tally()
    open_to_view = args.show and not chosen.name.endswith("held-out")
    for path, founds in read_statements(chosen, reader):
        if args.document and args.document not in path.stem:
            continue
        golds = load_gold(path)
        outcome = tally.add(golds, founds)
        rules.update((founds[f]["rule"], True) for _, f, _ in outcome.pairs)
        rules.update((founds[f]["rule"], False) for f in outcome.extra)
        if open_to_view:
            _show(path.stem, golds, founds, outcome, args.kind)
    return tally


def _rules(rules: Counter[tuple[str, bool]]) -> None:
    print(f"\n{'rule':<44}{'right':>6}{'wrong':>6}{'prec':>7}")
    for rule in sorted({name for name, _ in rules}):
        right, wrong = rules[rule, True], rules[rule, False]
        print(f"{rule:<44}{right:>6}{wrong:>6}{right / (right + wrong):>7.3f}")


def _confidences(rules: Counter[tuple[str, bool]]) -> None:
    path = Path(__file__).resolve().parents[2] / "src/dragoman/data/rules/en/measured.csv"
    rows = [
        f"{name},{rules[name, True]},{rules[name, False]}" for name in sorted({name for name, _ in rules})
    ]
    path.write_text("\n".join(["rule,right,wrong", *rows]) + "\n", "utf-8")


def _gold(chosen: Corpus, part: str) -> None:
    for _, path in chosen.files:
        if part in path.stem and not chosen.name.endswith("held-out"):
            for gold in load_gold(path):
                print(f"{'?' if gold.get('optional') else ' '} {describe(gold)}")


def main(argv: list[str] | None = None) -> int:
    """Print the tables that the options ask for; pin the floors where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--corpus", action="append", choices=CORPORA, help="measure only this one (repeatable)"
    )
    parser.add_argument("--show", action="store_true", help="list what is missed, extra, or wrong in a slot")
    parser.add_argument("--kind", help="list only this kind")
    parser.add_argument("--document", help="only documents with this in their name")
    parser.add_argument("--rules", action="store_true", help="print how often each rule was right")
    parser.add_argument(
        "--confidence", action="store_true", help="write how often each rule was right into the package"
    )
    parser.add_argument(
        "--gold", metavar="PART", help="print the gold of the passages with this in their name"
    )
    parser.add_argument("--pin", action="store_true", help="write what is measured to floors.json")
    parser.add_argument("--because", help="why a floor may fall")
    args = parser.parse_args(argv)
    chosen = [found for name in args.corpus or CORPORA if (found := corpus(name))]
    if args.gold:
        for one in chosen:
            _gold(one, args.gold)
        return 0
    if args.pin and args.document:
        parser.error("--pin measures whole corpora: leave --document out")

    from dragoman.reading import load_reader

    reader, rules = load_reader(), Counter[tuple[str, bool]]()
    tallies = {one.name: _measure(one, reader, args, rules) for one in chosen}
    for name, tally in tallies.items():
        _table(name, tally)
    if args.rules:
        _rules(rules)
    if args.confidence:
        _confidences(rules)
    if args.pin:
        return pin({one.name: (one.digest, measured(tallies[one.name])) for one in chosen}, args.because)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    sys.exit(main())
