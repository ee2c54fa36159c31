"""The keyboard alone: every visible control is reached by Tab, the focus can be seen, and nothing holds it."""

from __future__ import annotations

import pytest
from waiting import until

#: All that can be used and is in sight; a label stands for the control that it switches.
CONTROLS = """() => {
  const shown = (e) => {
    const box = e.getBoundingClientRect();
    return box.width && box.height && box.right > 0 && box.left < innerWidth
      && e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };
  window.controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label[for]")]
    .filter((e) => shown(e) && !e.disabled && e.type !== "hidden" && getComputedStyle(e).cursor !== "default");
  window.reached = new Set();
}"""
#: The element in focus, and whether one sees that it is: by a ring on it or on its label, or by a caret.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const again = window.reached.has(e) && e !== window.before;  // a date has several places for the focus
  window.before = e;
  window.reached.add(e);
  for (const label of e.labels || []) window.reached.add(label);
  const ringed = [e, ...(e.labels || []), e.matches('.md-option') ? e.nextElementSibling : e].some((one) => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    return box.width && box.right > 0 && box.left < innerWidth && style.visibility === "visible"
      && (style.outlineStyle !== "none" || style.boxShadow !== "none");
  });
  const caret = e.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  return { html: e.outerHTML.slice(0, 160), seen: ringed || caret, again };
}"""
#: A label is for the mouse; the keyboard has its control, and in the theme's header what stands in for that: the other
#: colours are a choice beside the one in use, and the search opens when its field takes the focus.
MISSED = """() => {
  const standIn = { __search: ".md-search__input", __palette_0: "#__palette_1", __palette_1: "#__palette_0" };
  const other = (e) => e.htmlFor in standIn && document.querySelector(standIn[e.htmlFor]);
  return controls.filter((e) => ![e, e.control, other(e)].some((one) => reached.has(one))).map((e) => e.outerHTML);
}"""
#: More presses than any page of the sample has controls.
ENOUGH = 700


def tab_through(page) -> tuple[list[str], list[str]]:
    """The controls never reached, and those in focus unseen; ends when the focus comes round.

    It may be on nothing for one press: at the end of the page, and where the theme's way back to the top goes out of
    sight with the focus on it.
    """
    page.evaluate(CONTROLS)
    unseen, focus = [], {"html": ""}
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS) or {"html": "", "seen": True, "again": False}
        if focus["again"]:
            return page.evaluate(MISSED), unseen
        if not focus["seen"]:
            unseen.append(focus["html"])
    pytest.fail(f"the focus never leaves the page; last at {focus['html']}")


#: Sites and how wide the screen is. English changes words, but no control: there a few pages are enough, and the form.
WALKS = [("ja", 1280), ("ja", 375), ("en", 1280), ("en", 375), ("team-ja", 375), ("team-en", 1280)]


@pytest.mark.parametrize(("name", "width"), WALKS)
def test_tab_reaches_everything_and_is_seen(sites, browse, serve_folder, name, width):
    site = sites[name]
    url = serve_folder(site.folder)
    seen = browse(viewport={"width": width, "height": 800})
    for path in site.kinds if site.language == "ja" else {*site.few, "capture.html"} & {*site.pages}:
        if path.startswith(("manual/", "en/")) and not path.endswith("index.html"):
            continue  # pages of plain text, of which one is enough
        seen.page.goto(url + path)
        assert tab_through(seen.page) == ([], []), path


def test_light_and_dark_are_switched_by_the_keyboard(sites, browse):
    seen = browse(color_scheme="light")
    seen.page.goto((sites["ja"].folder / "index.html").as_uri())
    seen.page.locator("#__palette_0").focus()
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_search_is_used_and_left_by_the_keyboard(sites, browse, serve_folder):
    seen = browse()
    seen.page.goto(serve_folder(sites["ja"].folder) + "index.html")
    seen.page.keyboard.press("f")  # the theme's key for the search
    seen.page.keyboard.type("sato")
    seen.page.locator(".md-search-result__item h1").first.wait_for(timeout=15000)
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.evaluate("document.activeElement.className").startswith("md-search-result__link")
    seen.page.keyboard.press("Escape")
    assert not seen.page.locator("#__search").is_checked()
    until(seen.page, "!document.activeElement.closest('.md-search')")


def test_a_phones_menu_is_opened_and_closed_by_the_keyboard(sites, browse):
    seen = browse(viewport={"width": 375, "height": 800})
    seen.page.goto((sites["ja"].folder / "week.html").as_uri())
    menu = seen.page.get_by_role("checkbox", name="メニューを開く")
    menu.focus()
    link = seen.page.locator(".md-sidebar--primary a.md-nav__link[href='contact.html']")
    assert not link.is_visible()
    seen.page.keyboard.press("Space")
    link.wait_for(state="visible")
    link.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/contact.html")
