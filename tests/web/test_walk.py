"""The walk of a new user, in a browser: from a folder of articles to the passage behind a figure.

Screenshots of every page go to ``out/screens`` (not kept in the repository): desktop and phone,
light and dark. axe looks at every page.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.workspace import Workspace
from tests.conftest import ROOT
from tests.web.conftest import ARTICLES

SCREENS = ROOT / "out" / "screens"
SIZES = {"desktop": (1360, 860), "phone": (390, 844)}


class Visit:
    """A page of the browser that remembers what it complained of."""

    def __init__(self, browser: Any, size: str = "desktop", scheme: str = "light", **more: Any) -> None:
        width, height = SIZES[size]
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **more
        )
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on(
            "console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on(
            "request",
            lambda r: None if "localhost" in r.url else self.complaints.append(f"asked for {r.url}"),
        )

    def close(self) -> None:
        self.context.close()


def upload(page: Any, base: str) -> None:
    page.goto(base)
    page.set_input_files("#files", sorted(str(p) for p in ARTICLES.iterdir()))
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url(re.compile("/jobs/"))
    page.get_by_role("link", name="Bulgaria – Kazakhstan").first.wait_for(timeout=30_000)


def test_a_new_user_comes_from_a_folder_to_the_passage_behind_a_figure(
    browser: Any, served: tuple[str, Workspace]
) -> None:
    base, workspace = served
    visit = Visit(browser)
    page = visit.page
    upload(page, base)
    assert len(workspace.catalogue.documents) == 13
    page.get_by_role("link", name="Bulgaria – Kazakhstan").first.click()
    assert page.title().startswith("Bulgaria – Kazakhstan")
    figure = page.locator("summary", has_text="375.15 to 375.25 million USD").first
    figure.click()
    page.get_by_role("link", name="passage 1").first.click()
    page.locator("blockquote mark", has_text="$375.2 million in 2024").wait_for()
    page.locator("main p a[href*='/documents/']").first.click()
    marked = page.locator("mark.target")
    assert "375.2 million" in marked.first.inner_text()
    assert re.search(r"#\d+-\d+$", page.url)
    assert visit.complaints == []
    visit.close()


def test_the_walk_works_with_scripts_off(browser: Any, served: tuple[str, Workspace]) -> None:
    base, _ = served
    visit = Visit(browser, java_script_enabled=False)
    upload(visit.page, base)  # the page of progress comes again by itself
    visit.page.get_by_role("link", name="Bulgaria – Kazakhstan").first.click()
    visit.page.locator("summary", has_text="375.15 to 375.25 million USD").first.click()
    visit.page.get_by_role("link", name="passage 1").first.click()
    assert "375.2 million" in visit.page.locator("blockquote mark").inner_text()
    visit.close()


def pages_of(workspace: Workspace) -> dict[str, str]:
    c = workspace.catalogue
    document = next(d.id for d in c.documents if "trade-2024" in d.name)
    finding = next(i for i, v in zip(c.found.ids, c.found.verdicts) if v == "conflict")
    return {
        "home": "/",
        "pairs": "/pairs",
        "pair": "/pairs/BGR-KAZ",
        "ledger": "/ledger/BGR-KAZ",
        "documents": "/documents",
        "document": f"/documents/{document}",
        "statement": f"/statements/{c.columns.ids[0]}",
        "findings": "/findings",
        "finding": f"/findings/{finding}",
        "pledges": "/pledges",
        "search": "/search?q=trade",
        "review": "/review",
        "quality": "/review/quality",
        "help": "/help",
        "missing": "/pairs/AAA-KAZ",
    }


@pytest.mark.slow
def test_every_page_is_accessible_fits_and_is_quiet(browser: Any, served: tuple[str, Workspace]) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    script = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    base, workspace = served
    first = Visit(browser)
    upload(first.page, base)
    first.close()
    SCREENS.mkdir(parents=True, exist_ok=True)
    problems = []
    for scheme in ("light", "dark"):
        for size in SIZES:
            # axe is put into the page past its policy, which forbids scripts that are not ours.
            visit = Visit(browser, size, scheme, bypass_csp=True, reduced_motion="reduce")
            for name, path in pages_of(workspace).items():
                visit.complaints.clear()
                visit.page.goto(base + path)
                visit.page.screenshot(path=SCREENS / f"{name}-{size}-{scheme}.png", full_page=True)
                if name != "missing":
                    problems += [f"{name} {size}: {text}" for text in visit.complaints]
                wider = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if wider > 0:
                    problems.append(f"{name} {size}: {wider} px too wide")
                if (scheme, size) not in (("light", "desktop"), ("dark", "phone")):
                    continue  # the same pages in the same colours and at the same widths
                visit.page.evaluate(script)
                tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
                found = visit.page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
                problems += [
                    f"{name} {size} {scheme}: {v['id']} {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary'][:200]}"
                    for v in found["violations"]
                ]
            visit.close()
    assert not problems, "\n".join(sorted(set(problems)))


def test_keys_lead_through_lists_and_reviews(browser: Any, served: tuple[str, Workspace]) -> None:
    base, workspace = served
    visit = Visit(browser)
    page = visit.page
    upload(page, base)
    page.keyboard.press("?")
    assert page.locator("#help").evaluate("d => d.open")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url(re.compile("/pairs$"))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    with page.expect_navigation():
        page.keyboard.press("o")
    assert "/pairs/" in page.url
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.goto(f"{base}/review")
    first = page.locator("form#decide").get_attribute("action")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator("form#decide").get_attribute("action") != first
    assert list(workspace.decided.verdicts.values()) == ["accept"]
    with page.expect_navigation():
        page.keyboard.press("u")
    assert workspace.decided.verdicts == {}
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "kind"
    assert visit.complaints == []
    visit.close()


def test_single_keys_can_be_switched_off(browser: Any, served: tuple[str, Workspace]) -> None:
    base, _ = served
    visit = Visit(browser)
    visit.page.goto(base)
    visit.page.keyboard.press("?")
    visit.page.uncheck("#keys-on")
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("/")
    assert visit.page.evaluate("document.activeElement.tagName") != "INPUT"
    visit.close()


def test_a_hostile_article_runs_nothing_in_the_browser(browser: Any, served: tuple[str, Workspace]) -> None:
    base, workspace = served
    visit = Visit(browser)
    page = visit.page
    page.goto(base)
    text = "Kazakhstan opened an embassy in Sofia in 2019. <script>window.hit=1</script><svg onload='window.hit=1'> \u202eevil"
    page.locator("summary", has_text="pasted text").click()
    page.fill("#text", text)
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url(re.compile("/jobs/"))
    page.get_by_role("link", name="all pairs").wait_for(timeout=30_000)
    page.goto(f"{base}/documents/{workspace.catalogue.documents[0].id}")
    assert page.evaluate("window.hit") is None
    assert "<script>" in page.locator("article.text").inner_text()
    visit.close()
