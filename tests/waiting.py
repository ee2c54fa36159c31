"""Waiting for what a page does in its own time; Playwright's `wait_for_function` would need `eval` inside the page."""

from __future__ import annotations

import time


def until(page, expression: str, timeout: float = 15) -> None:
    """Return as soon as the expression is true on the page; fail the test if it never is."""
    end = time.monotonic() + timeout
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(30)
