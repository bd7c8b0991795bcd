"""May this request pass? Tokens of an open record, checked off the pages' own locks."""

from __future__ import annotations

from dragoman.desk.workspace import Workspace
from dragoman.record.access import Access, Token

__all__ = ["Admission"]


class Admission:
    """Checks tokens against a record that is open for work; refusals are audited."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def check(self, secret: str, role: str, action: str, target: str) -> Token:
        """The token of a secret.

        Raises
        ------
        NotSignedIn, NotAllowed
            See `dragoman.record.access.Access.check`.
        """
        with self._workspace.writing() as store:
            return Access(store).check(secret or None, role, action, target[:200])
