"""Every kind of page in a browser: both languages, wide and narrow, light and dark, served and opened from the folder.

axe-core (in the package axe-playwright-python, so nothing is fetched) looks at each page, and at a few from the folder.
What surrounds the text is the theme's and the same on all pages, so it is looked at once a site, width and scheme, and
the text everywhere.
"""

from __future__ import annotations

import json
from importlib import resources

import pytest

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
DRAWN = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [style];
}"""
#: Findings in the theme's own parts that neither an option nor a style sheet can mend: rule and element, with why.
EXCEPTIONS = {
    # a wide table of the manual on a narrow screen: the theme's script wraps it; Chromium and Firefox let the keyboard
    # scroll what has no focusable content, which axe does not know
    ("scrollable-region-focusable", "md-typeset__scrollwrap"),
}
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
#: What axe looks for: everything on a wide and on a narrow screen, and in the dark what can differ there.
SIZES = [(1280, "light", None), (375, "light", None), (1280, "dark", _OF_COLOURS), (375, "dark", _OF_COLOURS)]


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}-{scheme}" for width, scheme, _ in SIZES])
def test_nothing_is_wrong_with_a_page(site, browse, serve_folder, size):
    width, scheme, rules = size
    url = serve_folder(site.folder)
    seen = browse(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = []
    for path in site.kinds:
        seen.page.goto(url + path)
        found += [f"{path}: wider than the screen by {more} px" for more in too_wide(seen.page)]
        found += [f"{path}: {finding}" for finding in barriers(seen.page, rules, whole=path == "index.html")]
    assert found == []
    assert seen.errors == []
    assert seen.strangers(url) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (375, "dark")])
def test_the_same_from_a_folder(site, browse, width, scheme):
    url = site.folder.as_uri() + "/"
    seen = browse(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = []
    for path in site.kinds:
        if path != "404.html":  # which only a server shows
            seen.page.goto(url + path)
            found += [f"{path}: wider than the screen by {more} px" for more in too_wide(seen.page)]
        if path in site.few and scheme == "light":  # no colour depends on where a page comes from
            found += [f"{path}: {finding}" for finding in barriers(seen.page, whole=path == "index.html")]
    assert found == []
    assert seen.errors == []
    assert seen.strangers(url) == []


def too_wide(page) -> list[int]:
    more = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return [more] if more > 0 else []


def barriers(page, rules: list[str] | None = None, *, whole: bool) -> list[str]:
    """What axe finds serious or critical, but for the exceptions."""
    # what is only drawn once it is seen has no place yet, and axe would measure it against the footer
    page.evaluate(DRAWN)
    page.evaluate(AXE)
    within = "document" if whole else "'[data-md-component=content]'"
    options = {"resultTypes": ["violations"], "preload": False, **({"runOnly": rules} if rules else {})}
    found = page.evaluate(f"async () => (await axe.run({within}, {json.dumps(options)})).violations")
    return [
        f"{violation['id']} at {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
        if not any(violation["id"] == rule and element in node["html"] for rule, element in EXCEPTIONS)
    ]


def test_a_barrier_would_be_found(sites, browse):
    seen = browse()
    seen.page.goto((sites["ja"].folder / "week.html").as_uri())
    seen.page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<p style=\"color: #ddd\">pale <img src=x></p>')"
    )
    assert {finding.split()[0] for finding in barriers(seen.page, whole=False)} == {"color-contrast", "image-alt"}
