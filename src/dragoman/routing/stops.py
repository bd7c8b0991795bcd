"""What happens at a node between two legs: borders, gauges, transfers, ports, dwell (§N5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.routing.durations import Duration
from dragoman.routing.subjects import node_subjects

if TYPE_CHECKING:
    from dragoman.routing.networks import Arc, Priced
    from dragoman.routing.places import Node

__all__ = ["PROCESSES", "Stop", "StopRule", "StopRules"]

PROCESSES = ("border", "gauge", "transfer", "port", "dwell")
_SHOWN = {"border": "border", "gauge": "gauge"}


@dataclass(frozen=True, slots=True)
class StopRule:
    """A row of ``node_times.csv``; ``*`` matches anything but ``origin`` and ``destination``."""

    node: str
    process: str
    from_mode: str
    to_mode: str
    from_country: str
    to_country: str
    regime: str
    time: Duration

    @property
    def conditions(self) -> int:
        """How many of the four conditions are narrower than ``*``."""
        return sum(c != "*" for c in (self.from_mode, self.to_mode, self.from_country, self.to_country))


@dataclass(frozen=True, slots=True)
class Stop:
    """A process that applies at a node between two legs."""

    process: str
    time: Duration
    cost: Priced | None

    @property
    def mode(self) -> str:
        """How answers show it: ``border``, ``gauge`` or ``transfer``."""
        return _SHOWN.get(self.process, "transfer")


class StopRules:
    """All rules of a network in one regime."""

    def __init__(
        self,
        rules: Iterable[StopRule],
        costs: Mapping[tuple[str, str], Priced],
        regime: str,
    ) -> None:
        self._rules: dict[tuple[str, str], list[StopRule]] = {}
        for rule in rules:
            self._rules.setdefault((rule.node, rule.process), []).append(rule)
        self._costs = dict(costs)
        self._regime = regime
        self._processes = {process for _, process in self._rules} | {process for _, process in self._costs}

    def between(
        self, node: Node, inward: Arc | None, outward: Arc | None, nodes: Mapping[str, Node]
    ) -> tuple[Stop, ...]:
        """The stops at ``node`` for a consignment that comes by one arc and leaves by another, in order.

        ``inward`` None is the start of the journey, ``outward`` None its end.
        """
        out = []
        for process in PROCESSES:
            if process not in self._processes or not _applies(process, inward, outward, nodes):
                continue
            rule = self._rule(node, process, inward, outward, nodes)
            cost = next(
                (c for s in node_subjects(node, "node:") if (c := self._costs.get((s, process)))), None
            )
            if rule or (cost and cost.band.high and inward and outward):
                out.append(Stop(process, rule.time if rule else _no_time(cost), cost))
        return tuple(out)

    def _rule(
        self, node: Node, process: str, inward: Arc | None, outward: Arc | None, nodes: Mapping[str, Node]
    ) -> StopRule | None:
        facts = (
            inward.link.mode if inward else "origin",
            outward.link.mode if outward else "destination",
            nodes[inward.tail].country if inward else "",
            nodes[outward.head].country if outward else "",
        )
        found = [
            [r for r in self._rules.get((subject, process), ()) if _matches(r, facts)]
            for subject in node_subjects(node)
        ]
        for rules in found:
            for regime in (self._regime, "any"):
                fit = [r for r in rules if r.regime == regime]
                if fit:
                    return max(fit, key=lambda r: r.conditions)
        # Only another regime speaks about it (§N3).
        for rules in found:
            if rules:
                best = max(rules, key=lambda r: r.conditions)
                return replace(best, time=replace(best.time, fallback=True))
        return None


def _no_time(cost: Priced | None) -> Duration:
    """A stop of which only the price is told, by the source of that."""
    told, assumed = (cost.source, cost.assumed) if cost else ("", False)
    return Duration(0.0, 0.0, 0.0, f"no time told; price: {told}", assumed)


def _matches(rule: StopRule, facts: tuple[str, str, str, str]) -> bool:
    wanted = (rule.from_mode, rule.to_mode, rule.from_country, rule.to_country)
    return all(
        fact not in ("origin", "destination") if want == "*" else want == fact
        for want, fact in zip(wanted, facts)
    )


def _applies(process: str, inward: Arc | None, outward: Arc | None, nodes: Mapping[str, Node]) -> bool:
    if inward is None or outward is None:
        return process in ("transfer", "port", "dwell")
    if process == "border":
        return nodes[inward.tail].country != nodes[outward.head].country
    if process == "gauge":
        gauges = (inward.link.gauge, outward.link.gauge)
        return None not in gauges and gauges[0] != gauges[1]
    if process in ("transfer", "port"):
        changed = inward.link.mode != outward.link.mode
        return changed or inward.link.service != outward.link.service
    return True
