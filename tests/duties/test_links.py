"""Links to the one who is forgotten, and to files that get other names; all others stay as they are written."""

from __future__ import annotations

import pytest

from netjudge_plugin.reader import disk

PERSON = "---\nperson: 田中 健\n---\n"
OTHER = "---\nperson: 林 明子\n---\n"
EVENT = "---\ndate: 2026-11-20\ncontacts: []\n---\n"
FILES = {
    "people/tanaka/index.md": PERSON,
    "people/hayashi/index.md": OTHER,
    "card/田中健.png": "a",
    "card/田中 健.png": "b",
}


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("[けん](people/tanaka/index.md)", "けん"),
        ('[けん](people/tanaka/index.md "題")', "けん"),
        ("[けん](<people/tanaka/index.md>)", "けん"),
        ("[けん](./people/tanak%61/index.md?x=1#y)", "けん"),
        ("[田中健さん](people/tanaka/index.md)", "（削除）さん"),
        ("[![顔](a.png)](people/tanaka/index.md)", "![顔](a.png)"),
        ("[[田中 健]]", "（削除）"),
        ("[[田中　健|けん]]", "（削除）"),
        ("[けん][k]\n\n[k]: people/tanaka/index.md", "[けん][k]\n\n[k]: #"),
        ("[林](people/hayashi/index.md)", "[林](people/hayashi/index.md)"),
        ("[外](https://x.example/people/tanaka/index.md)", "[外](https://x.example/people/tanaka/index.md)"),
        ("[[林 明子]]", "[[林 明子]]"),
        ("![a](card/田中%20健.png)", "![a](card/（削除）.png)"),
        ("![a](card/田中健.png)", "![a](card/（削除）-2.png)"),
        ("![a](<card/田中健.png>)", "![a](<card/（削除）-2.png>)"),
        ("[a]: card/田中健.png", "[a]: card/（削除）-2.png"),
    ],
)
def test_a_link(journal, written, after):
    files = journal(FILES | {"e.md": f"{EVENT}{written}\n"})
    files.forget("田中 健")
    assert files.text("e.md") == f"{EVENT}{after}\n"


def test_links_lead_to_the_very_file_from_wherever_they_are(journal):
    files = journal(
        FILES
        | {
            "田中健/a (1).md": EVENT + "[b](b.md) [絵](../card/田中健.png)\n",
            "田中健/b.md": EVENT + "[a](<a (1).md>) [a](a%20(1).md) [c](../c/林明子と.md)\n",
            "c/林明子と.md": EVENT + "[a](../田中健/a%20%281%29.md#x)\n",
        }
    )
    files.forget("田中 健")
    assert files.text("（削除）/a (1).md") == EVENT + "[b](b.md) [絵](../card/（削除）-2.png)\n"
    assert files.text("（削除）/b.md") == EVENT + "[a](<a (1).md>) [a](a%20(1).md) [c](../c/林明子と.md)\n"
    assert files.text("c/林明子と.md") == EVENT + "[a](../（削除）/a%20%281%29.md#x)\n"
    files.forget("林 明子")
    assert files.text("（削除）/b.md").endswith("[c](../c/（削除）と.md)\n")
    assert "c/（削除）と.md" in disk.names(files.folder)
