"""The laws of the order: whatever there is and whatever is wanted, each beginning of the steps is a site to be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published import NEW, OLD, contents, publish, site

from netjudge_plugin.publish.manifest import Entry
from netjudge_plugin.publish.names import check, folded, with_folders
from netjudge_plugin.publish.plan import Rank, plan, room
from netjudge_plugin.publish.stopped import Stopped

#: Names that get into each other's way: by case, and as files where others need folders.
NAMES = ("a", "A", "a/b", "a/b/c", "B.html", "b.html", "b.html/x", "c.css", "d/e.html", "D/E.html", "search/i.json")


def fits(names) -> bool:
    try:
        check({*names, "index.html"})
    except Stopped:
        return False
    return not any(above in names for name in names for above in list(with_folders(name))[:-1])


def sites():
    texts = st.integers(0, 3).map(lambda size: Entry(f"{size}" * 64, size))
    return (
        st.dictionaries(st.sampled_from(NAMES), texts)
        .filter(fits)
        .flatmap(lambda files: texts.map(lambda first: {**files, "index.html": first}))
    )


class Share:
    """A share of Windows: names are one whatever their case, and a file cannot be where a folder is."""

    def __init__(self, files) -> None:
        self.files = {folded(name): (name, entry) for name, entry in files.items()}

    def take(self, step, new) -> None:
        key = folded(step.name)
        if step.deletes:
            del self.files[key]
            return
        above = {folded(path) for path in list(with_folders(step.name))[:-1]}
        assert not above & self.files.keys(), "a file stands where a folder is needed"
        assert not [name for name in self.files if name.startswith(f"{key}/")], "a folder stands where a file goes"
        there = self.files.get(key, (step.name,))[0]
        assert there == step.name, "the old name would stay"
        self.files[key] = (step.name, new[step.name])

    def holds(self):
        return dict(self.files.values())


@settings(deadline=None)
@given(sites(), sites(), st.data())
def test_after_any_beginning_and_a_complete_new_run_the_target_is_the_new_site(old, new, data):
    share = Share(old)
    steps = plan(new, old)
    for step in steps[: data.draw(st.integers(0, len(steps)))]:
        share.take(step, new)
        assert "index.html" in share.holds()
    for step in plan(new, share.holds()):
        share.take(step, new)
        assert "index.html" in share.holds()
    assert share.holds() == new
    assert plan(new, share.holds()) == ()


@settings(deadline=None)
@given(sites(), sites())
def test_nothing_is_touched_that_is_right_already(old, new):
    touched = {step.name for step in plan(new, old)}
    assert not [name for name in touched if name in new and old.get(name) == new[name]]


@settings(deadline=None)
@given(sites(), sites())
def test_what_is_needed_comes_first_and_what_goes_comes_last(old, new):
    steps = plan(new, old)
    ranks = [step.rank for step in steps]
    assert ranks == sorted(ranks)
    written = [step.name for step in steps if not step.deletes]
    assert "index.html" not in written[:-1]
    pages = [name.endswith(".html") for name in written if not name.startswith("search/")]
    assert pages == sorted(pages)  # styles and pictures, then pages
    going = [step.deletes for step in steps if step.rank is not Rank.OUT_OF_THE_WAY]
    assert going == sorted(going)


@settings(deadline=None)
@given(sites(), sites())
def test_only_what_is_there_is_ever_deleted(old, new):
    assert {step.name for step in plan(new, old) if step.deletes} == old.keys() - new.keys()


@settings(max_examples=25, deadline=None)
@given(sites(), sites(), sites())
def test_on_a_real_folder_as_well(tmp_path_factory, one, two, three):
    """Three sites in turn, whose names are in each other's way."""
    folder = tmp_path_factory.mktemp("real")
    for nth, entries in enumerate((one, two, three)):
        files = {name: "x" * entry.size for name, entry in entries.items()}
        assert publish(site(folder / f"site-{nth}", files), folder / "share").is_complete
        assert contents(folder / "share") == files


def test_the_order_of_the_example():
    one = Entry("1" * 64, 1)
    steps = plan(dict.fromkeys(NEW, one), dict.fromkeys(OLD, Entry("0" * 64, 1)))
    assert [step.name for step in steps] == [
        "Logo.svg", "notes",
        "assets/more.css", "assets/style.css", "logo.svg",
        "notes/one.html", "people/watanabe.html",
        "404.html", "people/kato.html", "people/sato.html",
        "search/search_index.json",
        "index.html",
        "events/one.html", "people/tanaka.html",
    ]  # fmt: skip


def test_room_is_needed_for_what_grows_and_once_for_the_largest_beside_its_old_self():
    old, new = {"a.css": Entry("", 100_000)}, {"a.css": Entry("1", 300_000), "index.html": Entry("2", 5)}
    assert room(plan(new, old)) == 200_000 + 5 + 2 * 4096 + 300_000 + 4096
    assert room(()) == 0


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.xml.gz", "search/search_index.js"])
def test_what_lists_pages_comes_after_them(name):
    assert plan({name: Entry("", 1)}, {})[0].rank is Rank.LIST
