"""Waiting for what a page does in its own time; Playwright's `wait_for_function` would need `eval` inside the page."""

from __future__ import annotations

import time

_ITEMS = "document.querySelectorAll('.md-search-result__item').length"
_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def until(page, expression: str, timeout: float = 15) -> None:
    """Return as soon as the expression is true on the page; fail the test if it never is."""
    end = time.monotonic() + timeout
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(30)


def redrawn(page) -> None:
    """Return once the page has been drawn anew, and scripts have done what they put off until then."""
    page.evaluate(_TWO_FRAMES)


def found(page, words: str) -> dict[str, str]:
    """What the theme's search comes up with, as soon as it has: titles, and what it shows with them.

    The results of another search are cleared first. Breaks without width, which the index has, are left out.
    """
    field = page.locator("input.md-search__input")
    for typed, has_come in (("", f"{_ITEMS} === 0"), (words, f"{_ITEMS} > 0")):
        field.fill(typed)
        field.press("End")  # the theme listens to keys
        until(page, has_come)
    shown = page.locator(".md-search-result__item").evaluate_all(
        "all => all.map((one) => [one.querySelector('h1, h2').textContent, one.textContent])"
    )
    return {title.replace("\u200b", ""): " ".join(text.replace("\u200b", "").split()) for title, text in shown}
