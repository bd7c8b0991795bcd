"""Statements and official series in, findings out.

`reconcile` is the whole; `Closure` keeps a record closed while documents come and go. The
conventions are numbered in docs/design/reconciling.md (§R1 and on), and code and findings
cite them.
"""

from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.closure import Closed, Closure, family_findings
from dragoman.reconciling.reconciliation import Look, Spread, reconcile

__all__ = ["Anchors", "Closed", "Closure", "Look", "Spread", "family_findings", "reconcile"]
