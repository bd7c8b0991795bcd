"""Templates: everything is escaped, and nothing invisible gets through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from dragoman import __version__
from dragoman.model.messages import capital
from dragoman.model.messages import render as render_message
from dragoman.record.browsing import Listed
from dragoman.web import links, wording
from dragoman.web.words import translator

__all__ = ["environment", "render"]


def _seen(value: Any) -> Any:
    """The last step before escaping: no text from an article can reorder or hide what is around it."""
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=4)
def environment(language: str) -> Environment:
    """The environment of a language."""
    env = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_seen,
        auto_reload=False,
    )
    translate = translator(language)

    def said(make: Callable[..., str]) -> Callable[..., str]:
        """A filter whose messages are said in the language."""
        return lambda *given: render_message(make(*given), translate)

    env.globals.update(_=translate, links=links, version=__version__, language=language)
    env.filters.update(
        clipped=wording.clipped,
        date=said(wording.date_words),
        ends=said(wording.ends_words),
        interval=said(wording.interval_words),
        moment=said(wording.moment_words),
        mode=wording.mode_words,
        num=wording.number_words,
        parties=said(wording.joined),
        party=said(wording.party),
        precision=wording.precision,
        said=lambda text: capital(render_message(text, translate)),
        told=lambda text: render_message(text, translate),
        spaced=lambda text: str(text).replace("_", " "),
        value=said(wording.value_words),
        word=lambda text: translate(str(text).replace("_", " ")),
    )
    return env


@lru_cache(maxsize=1)
def static_version() -> str:
    """A mark that changes with the static files, so that browsers keep them as long as they hold."""
    import hashlib

    digest = hashlib.sha256()
    for entry in sorted(resources.files("dragoman.web").joinpath("static").iterdir(), key=lambda e: e.name):
        if entry.is_file():
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:10]


def render(request: Request, template: str, values: Mapping[str, Any]) -> str:
    """A template as HTML."""
    settings = request.app.state.settings
    env = environment(settings.language)
    query = request.url.query

    def form(name: str, everything: bool = False) -> str:
        """The address of this page in another form."""
        path = request.url.path if request.url.path != "/" else "/index"
        pairs = [
            (k, v)
            for k, v in request.query_params.multi_items()
            if k not in ("first", "rows") or not everything
        ]
        return f"{path}.{name}" + (
            f"?{urlencode(pairs + ([('rows', 'all')] if everything else []))}" if pairs or everything else ""
        )

    def paged(first: int) -> str:
        """The address of another part of a list."""
        pairs = [(k, v) for k, v in request.query_params.multi_items() if k != "first"]
        return "?" + urlencode([*pairs, *([("first", str(first))] if first else [])])

    def listed(name: str) -> Listed | None:
        """What the catalogue has of a document."""
        catalogue = request.app.state.workspace.catalogue
        place = catalogue.document_place.get(name)
        return None if place is None else catalogue.documents[place]

    def static(name: str) -> str:
        return f"/static/{name}?v={static_version()}"

    here = {
        "path": request.url.path,
        "query": query,
        "has_map": any(getattr(r, "name", "") == "map" for r in request.app.routes),
        "workspace": request.app.state.workspace,
        "settings": settings,
        "form": form,
        "paged": paged,
        "static": static,
        "listed": listed,
    }
    html: str = env.get_template(template).render({**here, **values})
    return html
