"""Names that a share of Windows or of a Mac could not hold are found beforehand."""

from __future__ import annotations

import unicodedata

import pytest

from netjudge_plugin.publish.names import check
from netjudge_plugin.publish.stopped import Stopped


def refused(*names, root=""):
    with pytest.raises(Stopped) as end:
        check({"index.html", *names}, root)
    return end.value.reason, end.value.listed


def test_usual_names_are_fine():
    check({"index.html", "people/sato-misaki.html", "メモ/秋 の会.html", ".nojekyll", "console.html", "a.b/c.d"})


def test_a_site_without_a_first_page():
    with pytest.raises(Stopped) as end:
        check({"people/index.html"})
    assert end.value.reason == "no-index"


def test_two_files_that_differ_by_case_alone():
    assert refused("docs/Memo.html", "docs/memo.html") == ("clash", ("docs/Memo.html / docs/memo.html",))


def test_two_folders_that_differ_by_case_alone():
    assert refused("Docs/a.html", "docs/b.html") == ("clash", ("Docs / docs",))


def test_two_files_that_differ_by_the_form_of_their_letters():
    """ガ as one sign, and as カ with a mark: a Mac takes them for one."""
    one, two = (unicodedata.normalize(form, "ガ.html") for form in ("NFC", "NFD"))
    assert one != two
    assert refused(one, two)[0] == "clash"


@pytest.mark.parametrize(
    "name",
    ["a:b.html", "a?.html", "docs\\a.html", "con.html", "LPT1", "a/NUL.txt", "a./b.html", "b ", "a\n.html",
     "netjudge-target.json", "docs/.netjudge-tmp-1"],
)  # fmt: skip
def test_names_that_do_not_exist_on_a_share(name):
    assert refused(name) == ("unusable-name", (name,))


def test_a_path_that_windows_cannot_open():
    root = "\\\\server\\share\\" + "深" * 200
    check({"index.html", "a" * 43}, root)
    assert refused("a" * 44, root=root) == ("too-long", ("a" * 44,))
    check({"index.html", "a" * 400}, "")


def test_a_sign_that_counts_twice_on_windows():
    root = "C:\\" + "𠮷" * 100
    assert refused("𠮷" * 30, root=root)[0] == "too-long"
