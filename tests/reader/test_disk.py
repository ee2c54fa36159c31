"""The journal's folder, with all that lies about in one: what is read, what is passed over, what is reported."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from typing import TYPE_CHECKING

import pytest

from netjudge_plugin.reader import disk, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.diagnostics import Diagnostic

TEXT = "---\ndate: 2026-11-20\n---\n"


def write(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def inside(folder: Path) -> list[str]:
    return [file.inside for file in disk.load(folder, "journal")[0]]


def found(folder: Path) -> list[tuple[str, str]]:
    return [(d.place.path, d.name) for d in disk.load(folder, "journal")[1]]


def fingerprint(folder: Path) -> dict[str, object]:
    return {
        str(path): (path.lstat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "")
        for path in sorted(folder.rglob("*"))
    }


class TestFiles:
    def test_files_come_from_any_depth_in_the_order_of_their_path(self, tmp_path: Path) -> None:
        write(tmp_path, "b.md", "a/z/1.MD", "people/佐藤.md", "a.md", "Ｂ.Md")
        files, problems = disk.load(tmp_path, "journal")
        assert [file.inside for file in files] == ["a.md", "a/z/1.MD", "b.md", "people/佐藤.md", "Ｂ.Md"]
        assert {(file.path, file.data) for file in files} == {(f"journal/{f.inside}", TEXT.encode()) for f in files}
        assert problems == ()

    def test_the_order_is_the_same_on_macos(self, tmp_path: Path) -> None:
        names = ["ガ.md", "キ.md", "カ.md", "ギ.md"]
        write(tmp_path / "composed", *names)
        write(tmp_path / "decomposed", *(unicodedata.normalize("NFD", name) for name in names))
        order = [unicodedata.normalize("NFC", name) for name in inside(tmp_path / "decomposed")]
        assert order == inside(tmp_path / "composed")

    def test_leftovers_and_other_files_are_passed_over_without_a_word(self, tmp_path: Path) -> None:
        leftovers = (
            "p.md.bak p.md~ ~$x.docx ~$x.md .#x.md .hidden.md .git/x.md .obsidian/a/b.md Thumbs.db x.txt md p.md.swp"
        )
        write(tmp_path, "p.md", *leftovers.split())
        (tmp_path / ".#lock.md").symlink_to("nobody@nowhere.1")
        assert inside(tmp_path) == ["p.md"]
        assert found(tmp_path) == []

    def test_what_notepad_makes_of_a_name_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "2026-11-20.md.txt").write_text("---", encoding="utf-8")
        files, found = disk.load(tmp_path, "journal")
        assert files == ()
        assert [(d.place.path, d.name) for d in found] == [("journal/2026-11-20.md.txt", "file-name-txt")]

    def test_an_empty_file_is_the_sheets_affair(self, tmp_path: Path) -> None:
        write(tmp_path, "x.md", text="")
        files, problems = disk.load(tmp_path, "journal")
        assert [file.data for file in files] == [b""]
        assert problems == ()

    def test_a_folder_that_is_a_link_itself_is_read(self, tmp_path: Path) -> None:
        write(tmp_path / "cloud", "x.md")
        (tmp_path / "journal").symlink_to("cloud")
        assert inside(tmp_path / "journal") == ["x.md"]
        assert found(tmp_path / "journal") == []

    @pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
    def test_names_that_cannot_be_printed_are_shown_without_breaking_a_line(self, tmp_path: Path) -> None:
        write(tmp_path, "a\nb.md")
        with open(os.fsencode(tmp_path) + b"/\xff.md", "w", encoding="utf-8"):  # noqa: PTH123 - a name of bytes
            pass
        assert inside(tmp_path) == ["a\ufffdb.md", "\ufffd.md"]


class TestProblems:
    def test_a_missing_folder_is_one_error(self, tmp_path: Path) -> None:
        write(tmp_path, "file.md")
        assert found(tmp_path / "none") == [("journal", "journal-missing")]
        assert found(tmp_path / "file.md") == [("journal", "journal-missing")]

    @pytest.mark.parametrize(
        "name",
        [
            "x (conflicted copy).md",
            "x (Alice's conflicted copy 2026-11-20).md",
            "x (Alice の競合コピー 2026-11-20).md",
            "x (競合コピー).md",
            "x (大文字と小文字の競合).md",
            unicodedata.normalize("NFD", "x (競合コピー).md"),
            "x (Conflicted Copy MacBook 202611201200).md",
            "x.sync-conflict-20261120-120000-ABCDEFG.md",
            "x_conflict-20261120-120000.md",
            "x (SFConflict alice@example.com 2026-11-20-12-00-00).md",
            "x [Conflict].md",
            "x [conflicted 2].md",
            "x-DESKTOP-1A2B3C4.md",
            "x-LAPTOP-1A2B3C4D-2.md",
        ],
    )
    def test_a_conflict_copy_is_named_and_not_read(self, tmp_path: Path, name: str) -> None:
        write(tmp_path, "x.md", name)
        assert inside(tmp_path) == ["x.md"]
        assert found(tmp_path) == [(f"journal/{name}", "file-conflict-copy")]

    @pytest.mark.parametrize(
        "name",
        ["conflict.md", "x (2).md", "競合の話.md", "my-desktop-notes1.md", "conflicted copy.md", "(競合の話).md"],
    )
    def test_a_file_that_is_only_about_conflicts_is_read(self, tmp_path: Path, name: str) -> None:
        write(tmp_path, name)
        assert inside(tmp_path) == [name]
        assert found(tmp_path) == []

    def test_what_is_no_file_is_named_and_the_others_are_read(self, tmp_path: Path) -> None:
        write(tmp_path, "a.md", "x.md/inner.md", "z.md")
        os.mkfifo(tmp_path / "pipe.md")
        assert inside(tmp_path) == ["a.md", "z.md"]
        assert found(tmp_path) == [("journal/pipe.md", "file-not-regular"), ("journal/x.md", "file-not-regular")]

    def test_a_file_over_a_mebibyte_is_not_read(self, tmp_path: Path) -> None:
        write(tmp_path, "big.md", text="x" * (disk.MAX_BYTES + 1))
        write(tmp_path, "fits.md", text="x" * disk.MAX_BYTES)
        with (tmp_path / "huge.md").open("wb") as file:
            file.truncate(100_000_000_000)
        assert inside(tmp_path) == ["fits.md"]
        assert found(tmp_path) == [("journal/big.md", "file-too-large"), ("journal/huge.md", "file-too-large")]

    def test_what_cannot_be_opened_is_named_and_the_others_are_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Refused by hand, since the tests may run as root, whom no mode keeps out."""
        write(tmp_path, "a.md", "closed.md", "shut/b.md", "z.md")
        real_open, real_scan = os.open, os.scandir

        def refuse(path: str) -> None:
            if str(path).endswith(("closed.md", "shut")):
                raise PermissionError(path)

        def opened(path: str, flags: int) -> int:
            refuse(path)
            return real_open(path, flags)

        def scanned(path: str) -> object:
            refuse(path)
            return real_scan(path)

        monkeypatch.setattr(os, "open", opened)
        monkeypatch.setattr(os, "scandir", scanned)
        assert inside(tmp_path) == ["a.md", "z.md"]
        assert found(tmp_path) == [("journal/closed.md", "file-unreadable"), ("journal/shut", "file-unreadable")]

    def test_seven_bad_files_of_two_hundred_give_seven_errors_in_order(self, tmp_path: Path) -> None:
        write(tmp_path, *(f"{number:03}.md" for number in range(200)))
        write(tmp_path, *(f"{number:03}.md" for number in range(0, 200, 30)), text="---\nnote: 話題: 相続\n---\n")
        files, problems = disk.load(tmp_path, "journal")
        errors: list[Diagnostic] = [*problems]
        for file in files:
            errors += sheet.read(file)[1]
        assert [str(d.place) for d in errors] == [f"journal/{number:03}.md:2:9" for number in range(0, 200, 30)]


class TestLinks:
    def test_nothing_outside_is_read(self, tmp_path: Path) -> None:
        journal = tmp_path / "journal"
        write(tmp_path, "secret.md", "elsewhere/x.md", "secret.txt")
        write(journal, "a.md")
        (journal / "file.md").symlink_to(tmp_path / "secret.md")
        (journal / "folder").symlink_to(tmp_path / "elsewhere")
        (journal / "up").symlink_to("..")
        (journal / "other.txt").symlink_to(tmp_path / "secret.txt")
        assert inside(journal) == ["a.md"]
        assert found(journal) == [
            ("journal/file.md", "file-outside"),
            ("journal/folder", "file-outside"),
            ("journal/up", "file-outside"),
        ]

    def test_a_neighbour_whose_name_begins_alike_is_outside(self, tmp_path: Path) -> None:
        write(tmp_path, "journal/a.md", "journal-old/b.md")
        (tmp_path / "journal/old").symlink_to("../journal-old")
        assert found(tmp_path / "journal") == [("journal/old", "file-outside")]

    def test_a_link_inside_adds_nothing(self, tmp_path: Path) -> None:
        write(tmp_path, "a.md", "people/b.md")
        (tmp_path / "again.md").symlink_to("a.md")
        (tmp_path / "crowd").symlink_to("people")
        (tmp_path / "people" / "round").symlink_to("..")
        assert inside(tmp_path) == ["a.md", "people/b.md"]
        assert found(tmp_path) == []

    def test_a_link_to_nowhere_is_named(self, tmp_path: Path) -> None:
        write(tmp_path, "a.md")
        (tmp_path / "gone.md").symlink_to("none.md")
        (tmp_path / "loop.md").symlink_to("loop.md")
        assert inside(tmp_path) == ["a.md"]
        assert found(tmp_path) == [("journal/gone.md", "file-unreadable"), ("journal/loop.md", "file-unreadable")]


class TestPeace:
    def test_reading_changes_nothing(self, tmp_path: Path) -> None:
        write(tmp_path, "a.md", "x (conflicted copy).md", "people/b.md")
        (tmp_path / "gone.md").symlink_to("none.md")
        before = fingerprint(tmp_path)
        disk.load(tmp_path, "journal")
        assert fingerprint(tmp_path) == before


class TestOneFile:
    def test_a_file_anywhere_is_read_also_through_a_link(self, tmp_path: Path) -> None:
        write(tmp_path, "criteria.yml", text="format: 1\n")
        (tmp_path / "link.yml").symlink_to("criteria.yml")
        for name in ("criteria.yml", "link.yml"):
            file, problems = disk.load_one(tmp_path / name, "my/criteria.yml")
            assert file is not None
            assert (file.path, file.inside, file.data) == ("my/criteria.yml", "criteria.yml", b"format: 1\n")
            assert problems == ()

    def test_what_is_wrong_with_it_is_named(self, tmp_path: Path) -> None:
        write(tmp_path, "big.yml", text="x" * (disk.MAX_BYTES + 1))
        (tmp_path / "loop.yml").symlink_to("loop.yml")
        names = {}
        for path in (tmp_path / "none.yml", tmp_path / "loop.yml", tmp_path / "\0.yml", tmp_path, tmp_path / "big.yml"):
            file, problems = disk.load_one(path, "c.yml")
            assert file is None
            names[path.name] = [(str(d.place), d.name) for d in problems]
        assert names == {
            "none.yml": [("c.yml:1:1", "file-unreadable")],
            "loop.yml": [("c.yml:1:1", "file-unreadable")],
            "\0.yml": [("c.yml:1:1", "file-unreadable")],
            tmp_path.name: [("c.yml:1:1", "file-not-regular")],
            "big.yml": [("c.yml:1:1", "file-too-large")],
        }
