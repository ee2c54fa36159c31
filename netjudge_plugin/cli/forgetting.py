"""What `forget` says: what goes, what is asked, what stays, and what no command can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.reader.disk import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts
    from netjudge_plugin.model.forgetting import Cut, Plan
    from netjudge_plugin.settings import Settings

    Left = Sequence[tuple[str, Path, Sequence[str]]]
    """Folders by what they are, with the files that hold something."""


def told(
    plan: Plan, exports: Sequence[Path], words: Catalogue, *, really: bool, site: Path | None = None
) -> Iterator[str]:
    """What goes (or with `really` is going now), and what is asked."""
    facts = {"name": plan.person.name, "id": plan.person.id}
    if plan.is_empty and not exports:
        yield words.text("forget.title.asked", **facts)
    else:
        yield words.text("forget.title.done" if really else "forget.title.plan", **facts)
        yield from _going(plan, exports, words)
        if site:
            yield words.text("forget.site", folder=site.name)
    yield from _asked(plan, words)


def elsewhere(
    exports: Iterable[Path],
    left: Left,
    words: Catalogue,
    *,
    settings: Settings,
    places: Whereabouts,
) -> Iterator[str]:
    """Files in which something of the person would be left (`left`), and copies elsewhere."""
    going = {file.name for file in exports}
    for key, folder, found in left:
        files = [file for file in found if key != "export" or file not in going]
        if files and key != "site":  # it is built anew, or named afterwards
            yield ""
            yield words.text(f"forget.left.{key}", folder=_shown(key, folder, settings))
            yield from (words.text("forget.file", file=file) for file in files)
    yield from remaining(settings, places, words)


def proved(plan: Plan, left: Left, settings: Settings, words: Catalogue) -> Iterator[str]:
    """Folder by folder, whether something is left there; of what is asked about nothing is claimed."""
    for key, folder, files in left:
        clean = key
        if key == "journal":
            is_known = plan.person.file or plan.person.encounters
            clean = "asked" if plan.questions else key if is_known else "name"
        found = f"forget.left.{key}" if files else f"forget.clean.{clean}"
        yield words.text(found, folder=_shown(key, folder, settings), name=plan.person.name)
        yield from (words.text("forget.file", file=file) for file in files)


def _shown(key: str, folder: Path, settings: Settings) -> str:
    return settings.journal_shown if key == "journal" else folder.name


def remaining(settings: Settings, places: Whereabouts, words: Catalogue) -> Iterator[str]:
    """What no command can see to: published copies, version control, backups."""
    yield ""
    yield words.text("forget.by-hand")
    if places.targets:
        yield words.text("forget.targets", names=words.text("lists.between").join(places.targets))
    yield words.text("forget.shares")
    journal = settings.journal_dir.resolve()
    if any((folder / ".git").exists() for folder in (journal, *journal.parents)):
        yield words.text("forget.git")
    yield words.text("forget.backups")


def _going(plan: Plan, exports: Iterable[Path], words: Catalogue) -> Iterator[str]:
    for change in plan.changes:
        yield from (line for cut in change.cuts if cut.end > cut.start for line in _line(cut, words))  # no new `[]`
    if plan.changes:
        yield words.text("forget.remembered")
    yield from (words.text("forget.rename", file=one.place.path, name=printable(one.name)) for one in plan.renames)
    yield from (words.text("forget.export", file=f"{file.parent.name}/{file.name}") for file in exports)


def _asked(plan: Plan, words: Catalogue) -> Iterator[str]:
    """Events whose text may be about nobody else, and the places that may be about another."""
    alone = [met.event for met in plan.person.encounters if len(met.event.contacts) == 1 and met.event.body.strip()]
    if alone:
        yield ""
        yield words.text("forget.alone")
        yield from (words.text("forget.file", file=event.place.path) for event in alone)
    if plan.questions:
        yield ""
        yield words.text("forget.questions")
        yield from (line for cut in plan.questions for line in _line(cut, words))


def _line(cut: Cut, words: Catalogue) -> Iterator[str]:
    lines = f"{cut.place.line}–{cut.last_line}" if cut.last_line > cut.place.line else str(cut.place.line)
    place = cut.place.path if cut.kind is Kind.FILE_NAME else f"{cut.place.path}:{lines}"
    what = words.text(f"forget.kinds.{cut.kind}", word=printable(cut.word))
    yield words.text("forget.line", place=place, what=what)
    if cut.around:
        yield words.text("forget.around", text=cut.around)
