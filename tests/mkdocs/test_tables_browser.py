"""Tables of hand-written pages on a phone: names in code stay whole, and the page does not scroll."""

from __future__ import annotations

import pytest

WORDS = "what is to be sent, of a promise such as “send the checklist”, and `{繁忙期}` in a busy season of theirs"
PAGE = f"""\
# Names

| name | Japanese | what it becomes |
|---|---|---|
| `{{material}}` | `{{事務所}}` | {WORDS} |
| `--config-file FILE` | `{{繁忙期}}` | {WORDS} |
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_in_code_are_not_cut_in_a_table_on_a_phone(hosted, serve_folder, browse, scheme):
    built = hosted(tree={"docs/names.md": PAGE})
    seen = browse(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    seen.page.goto(f"{serve_folder(built.folder)}names/")
    lines = seen.page.evaluate(
        "[...document.querySelectorAll('td code')].map(code => [code.textContent, code.getClientRects().length])"
    )
    assert dict(lines) == dict.fromkeys(["{material}", "{事務所}", "--config-file FILE", "{繁忙期}"], 1)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 360
