"""The briefing of a pair as a file."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk.brief import BriefQuestion, briefing
from dragoman.desk.brief_files import SUFFIXES, briefing_file
from dragoman.desk.dossiers import dossier_of
from dragoman.desk.pair import pair_key
from dragoman.errors import BadPeriod, UsageError
from dragoman.model.periods import parse_period
from dragoman.web import links
from dragoman.web.requests import refused, workspace_of

__all__ = ["brief"]


def brief(request: Request) -> Response:
    """``/pairs/BGR-KAZ/brief/pdf?since=2025-06``."""
    suffix = "." + request.path_params["form"]
    try:
        one, other = pair_key(request.path_params["pair"])
    except UsageError as error:
        return refused(request, str(error), "/pairs", 404)
    back = links.pair(one, other)
    since = request.query_params.get("since", "").strip() or None
    if suffix not in SUFFIXES:
        return refused(request, f"no briefing as {suffix}; use one of {', '.join(SUFFIXES)}", back, 404)
    try:
        if since:
            parse_period(since)
        found = briefing(dossier_of(workspace_of(request), one, other), BriefQuestion(since))
    except (BadPeriod, UsageError) as error:
        return refused(request, str(error), back)
    content, media = briefing_file(found, suffix)
    name = "".join(c for c in f"brief-{one}-{other}" if c.isalnum() or c in "-_")
    headers = {"content-disposition": f'attachment; filename="{name}{suffix}"'}
    return Response(content, media_type=media, headers=headers)
