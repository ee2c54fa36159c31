"""A publish as a whole: only what changed, only where it may, and nothing of anybody else's."""

from __future__ import annotations

import json
import unicodedata

import pytest
from published import NEW, OLD, contents, publish, site, to, us, wish

from netjudge_plugin.publish import run
from netjudge_plugin.publish.folder import FolderTarget
from netjudge_plugin.publish.stopped import Ending, Stopped
from netjudge_plugin.publish.target import MANIFEST, MARKER, OURS


@pytest.fixture
def share(tmp_path):
    """A folder with the old site."""
    publish(site(tmp_path / "old", OLD), tmp_path / "share")
    return tmp_path / "share"


def times(path):
    return {file.relative_to(path).as_posix(): file.stat().st_mtime_ns for file in path.rglob("*") if file.is_file()}


def stopped(source, path, audience="private"):
    with pytest.raises(Stopped) as end:
        publish(source, path, audience)
    return end.value


# ---------------------------------------------------------------------------------------------------------------------
# What is written
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exists", [False, True], ids=["missing", "empty"])
def test_a_folder_that_is_missing_or_empty_becomes_a_target(tmp_path, exists):
    if exists:
        (tmp_path / "share").mkdir()
    report = publish(site(tmp_path / "new", NEW), tmp_path / "share", "team")
    assert len(report.done) == len(NEW)
    assert contents(tmp_path / "share") == NEW
    assert json.loads((tmp_path / "share" / MARKER).read_text()) == {"format": 1, "audience": "team"}
    assert {path.name for path in (tmp_path / "share").iterdir()} >= {MARKER, MANIFEST}


def test_twice_the_same_writes_nothing(tmp_path, share):
    before = times(share), share.stat().st_mtime_ns
    report = publish(tmp_path / "old", share)
    assert (report.done, report.kept) == ((), len(OLD))
    assert (times(share), share.stat().st_mtime_ns) == before


def test_one_page_changed_rewrites_that_page_alone(tmp_path, share):
    before = times(share)
    publish(site(tmp_path / "old", {"people/sato.html": "another sato"}), share)
    after = times(share)
    assert {name for name in after if after[name] != before[name]} == {"people/sato.html", MANIFEST}


def test_what_goes_takes_its_folder_along(tmp_path, share):
    publish(site(tmp_path / "new", NEW), share)
    assert contents(share) == NEW
    assert not (share / "events").exists()


def test_a_page_of_the_same_size_is_another_page(tmp_path, share):
    publish(site(tmp_path / "old", {"people/sato.html": "dlo sato"}), share)
    assert contents(share)["people/sato.html"] == "dlo sato"


def test_a_page_that_was_tampered_with_is_put_right_on_request(tmp_path, share):
    """Of the same size: the manifest vouches for it, until it is not asked."""
    (share / "people" / "sato.html").write_text("dlo sato", encoding="utf-8")
    assert publish(tmp_path / "old", share).done == ()
    assert [step.name for step in publish(tmp_path / "old", share, recheck=True).done] == ["people/sato.html"]
    assert contents(share) == OLD


@pytest.mark.parametrize("change", ["cut", "gone"])
def test_a_page_that_was_cut_or_deleted_is_put_right_by_itself(tmp_path, share, change):
    page = share / "people" / "sato.html"
    page.unlink() if change == "gone" else page.write_text("old", encoding="utf-8")
    assert [step.name for step in publish(tmp_path / "old", share).done] == ["people/sato.html"]
    assert contents(share) == OLD


def test_a_preview_writes_nothing_and_says_the_same(tmp_path, share):
    new = wish(site(tmp_path / "new", NEW))
    before = times(share), share.stat().st_mtime_ns
    preview = run.preview(new, to(share))
    assert (times(share), share.stat().st_mtime_ns) == before
    assert run.publish(new, to(share), us()).done == preview.steps
    missing = run.preview(new, to(tmp_path / "missing"))
    assert len(missing.steps) == len(NEW)
    assert not (tmp_path / "missing").exists()


def test_what_is_being_done_is_told(tmp_path, share):
    told = []
    (share / MANIFEST).write_text("torn", encoding="utf-8")
    publish_told = run.publish(wish(site(tmp_path / "old", OLD)), to(share), us(), lambda *what: told.append(what))
    assert publish_told.is_complete
    assert told[0] == ("compare", 0, len(OLD))
    assert told[-1] == ("publish", 0, 0)


# ---------------------------------------------------------------------------------------------------------------------
# Where it is refused
# ---------------------------------------------------------------------------------------------------------------------


def test_a_folder_with_other_files_is_refused_and_five_of_them_are_named(tmp_path):
    other = site(tmp_path / "share", {f"契約書{nth}.xlsx": "a contract" for nth in range(7)})
    end = stopped(site(tmp_path / "new", NEW), other)
    assert (end.reason, end.ending, end.facts["count"]) == ("foreign", Ending.MEND, 7)
    assert end.listed == tuple(f"契約書{nth}.xlsx" for nth in range(5))
    assert len(contents(other)) == 7
    assert not OURS & {path.name for path in other.iterdir()}


def test_so_is_one_with_nothing_but_a_folder_in_it(tmp_path):
    (tmp_path / "share" / "empty").mkdir(parents=True)
    assert stopped(site(tmp_path / "new", NEW), tmp_path / "share").listed == ("empty/",)


def test_and_one_with_nothing_but_a_link(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "link").symlink_to(tmp_path)
    assert stopped(site(tmp_path / "new", NEW), tmp_path / "share").listed == ("link",)


def test_another_s_file_inside_a_target_is_refused_and_left_alone(tmp_path, share):
    (share / "people" / "memo.docx").write_text("mine", encoding="utf-8")
    end = stopped(site(tmp_path / "new", NEW), share)
    assert (end.reason, end.listed) == ("foreign-inside", ("people/memo.docx",))
    assert contents(share) == {**OLD, "people/memo.docx": "mine"}


def test_a_link_inside_a_target_is_not_followed(tmp_path, share):
    outside = site(tmp_path / "outside", {"precious.txt": "precious"})
    (share / "people" / "link").symlink_to(outside)
    assert stopped(site(tmp_path / "new", NEW), share).listed == ("people/link",)
    assert contents(outside) == {"precious.txt": "precious"}


def test_a_page_in_the_place_of_one_of_ours_is_another_s_until_the_manifest_says_otherwise(tmp_path, share):
    (share / "people" / "watanabe.html").write_text("somebody else's", encoding="utf-8")
    assert stopped(site(tmp_path / "new", NEW), share).listed == ("people/watanabe.html",)


@pytest.mark.parametrize(
    "name",
    ["Thumbs.db", "people/Thumbs.db", "desktop.ini", ".DS_Store", "._index.html", "~$memo.docx", ".~lock.a.ods#",
     "@eaDir/index.html@SynoEAStream", "#recycle/desktop.ini"],
)  # fmt: skip
def test_what_explorers_and_servers_leave_is_passed_over_and_left_alone(tmp_path, share, name):
    site(share, {name: "?"})
    assert publish(site(tmp_path / "new", NEW), share).is_complete
    assert contents(share) == {**NEW, name: "?"}


def test_a_folder_with_nothing_but_that_is_empty(tmp_path):
    share = site(tmp_path / "share", {"desktop.ini": "?"})
    assert publish(site(tmp_path / "new", NEW), share).is_complete


@pytest.mark.parametrize(("here", "wanted"), [("team", "private"), ("private", "team"), ("team", "partners")])
def test_a_target_for_another_audience(tmp_path, here, wanted):
    publish(site(tmp_path / "old", OLD), tmp_path / "share", here)
    end = stopped(site(tmp_path / "new", NEW), tmp_path / "share", wanted)
    assert (end.reason, end.ending) == ("other-audience", Ending.PRIVATE)
    assert (end.facts["there"], end.facts["audience"]) == (here, wanted)
    assert contents(tmp_path / "share") == OLD


def of(path, files, member, **more):
    return wish(site(path, files), "team", member=member, **more)


def test_a_colleague_s_site_is_not_replaced_by_mistake(tmp_path):
    share = to(tmp_path / "share")
    run.publish(of(tmp_path / "a", OLD, "大野 真"), share, us())
    with pytest.raises(Stopped) as end:
        run.publish(of(tmp_path / "b", NEW, "佐藤 花"), share, us())
    assert (end.value.reason, end.value.ending) == ("other-member", Ending.MEND)
    assert (end.value.facts["there"], end.value.facts["member"]) == ("大野 真", "佐藤 花")
    assert contents(tmp_path / "share") == OLD
    with pytest.raises(Stopped):
        run.ensure_open_to(share, "team", "佐藤 花")


def test_a_colleague_s_site_is_replaced_if_that_is_meant(tmp_path):
    share = to(tmp_path / "share")
    run.publish(of(tmp_path / "a", OLD, "大野 真"), share, us())
    run.publish(of(tmp_path / "b", NEW, "佐藤 花", take_over=True), share, us())
    assert contents(tmp_path / "share") == NEW
    with pytest.raises(Stopped):
        run.publish(of(tmp_path / "a", OLD, "大野 真"), share, us())
    run.publish(of(tmp_path / "b", NEW, "佐藤　花"), share, us())  # (another space is not another person)


def test_whose_site_it_is_is_known_from_the_first_publish_that_says_so(tmp_path):
    share, source = to(tmp_path / "share"), tmp_path / "a"
    run.publish(of(source, OLD, ""), share, us())
    assert run.publish(of(source, OLD, "大野 真"), share, us()).done == ()
    marker = (tmp_path / "share" / MARKER).read_text("utf-8")
    assert marker == '{"format": 1, "audience": "team", "member": "大野 真"}\n'
    before = times(tmp_path / "share")
    run.publish(of(source, OLD, "大野 真"), share, us())
    run.publish(of(source, OLD, ""), share, us())
    assert times(tmp_path / "share") == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"format": 2, "audience": "private"}',
        '{"format": 1, "audience": 1}',
        "[]",
        '{"format": 1, "audience": "private", "member": 1}',
    ],
)
def test_a_marker_that_says_nothing(tmp_path, share, text):
    (share / MARKER).write_text(text, encoding="utf-8")
    assert stopped(site(tmp_path / "new", NEW), share).reason == "marker-unreadable"


def test_a_marker_that_is_gone(tmp_path, share):
    (share / MARKER).unlink()
    assert stopped(site(tmp_path / "new", NEW), share).reason == "foreign"


def test_a_manifest_that_is_gone_is_made_anew_if_all_files_are_of_this_site(tmp_path, share):
    (share / MANIFEST).unlink()
    assert publish(tmp_path / "old", share).done == ()
    assert publish(tmp_path / "old", share).kept == len(OLD)
    assert (share / MANIFEST).exists()


def test_a_manifest_that_is_gone_makes_old_pages_strangers(tmp_path, share):
    (share / MANIFEST).unlink()
    assert "people/tanaka.html" in stopped(site(tmp_path / "new", NEW), share).listed


def test_a_manifest_cannot_lead_out_of_the_target(tmp_path, share):
    """Others may write it: what it names and is not there is nothing to us."""
    precious = site(tmp_path, {"precious.txt": "precious"}) / "precious.txt"
    table = json.loads((share / MANIFEST).read_text())
    for name in ("../precious.txt", str(precious)):
        table["files"][name] = table["files"]["index.html"]
    (share / MANIFEST).write_text(json.dumps(table), encoding="utf-8")
    assert publish(site(tmp_path / "new", NEW), share).is_complete
    assert precious.read_text() == "precious"
    assert contents(share) == NEW


class Mac(FolderTarget):
    """A share that gives names back with their marks taken apart, as some Macs' do."""

    def listing(self):
        found = super().listing()
        if found is None:
            return None
        files = {unicodedata.normalize("NFD", name): size for name, size in found.files.items()}
        return type(found)(files, found.empty, found.odd)


def test_names_in_another_form_of_their_letters_are_the_same_names(tmp_path):
    files = {"index.html": "home", "ガイド.html": "a guide"}
    source = wish(site(tmp_path / "site", files))
    for count in (2, 0):
        report = run.publish(source, Mac(tmp_path / "share", "1"), us())
        assert (report.is_complete, len(report.done)) == (True, count)
    assert contents(tmp_path / "share") == files
