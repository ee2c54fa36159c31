"""What `forget` says: what goes, what is asked, what stays, and what no command can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts
    from netjudge_plugin.model.forgetting import Cut, Plan
    from netjudge_plugin.settings import Settings

    Folders = Sequence[tuple[str, Path]]


def planned(plan: Plan, exports: Iterable[Path], site: Path | None, words: Catalogue) -> Iterator[str]:
    """What would go."""
    yield words.text("forget.title.plan", name=plan.person.name, id=plan.person.id)
    yield from _going(plan, exports, words)
    if site:
        yield words.text("forget.site", folder=site.name)
    yield from _asked(plan, words)


def done(plan: Plan, exports: Iterable[Path], words: Catalogue) -> Iterator[str]:
    """What goes now."""
    yield words.text("forget.title.done", name=plan.person.name, id=plan.person.id)
    yield from _going(plan, exports, words)
    yield from _asked(plan, words)


def elsewhere(  # noqa: PLR0913 - one parameter a kind of place
    plan: Plan,
    exports: Iterable[Path],
    left: Mapping[str, Sequence[str]],
    words: Catalogue,
    *,
    settings: Settings,
    places: Whereabouts,
) -> Iterator[str]:
    """Files that would not be changed though something of the person stands in them, and copies elsewhere."""
    going = {change.source.inside for change in plan.changes} | {one.inside for one in plan.renames}
    going |= {file.name for file in exports}
    for key in ("journal", "docs", "export"):
        files = [file for file in left.get(key, ()) if file not in going]
        if files:
            folder = settings.journal_shown if key == "journal" else key
            yield ""
            yield words.text(f"forget.left.{key}", folder=folder)
            yield from (words.text("forget.file", file=file) for file in files)
    yield from remaining(settings, places, words)


def proved(
    plan: Plan, left: Mapping[str, Sequence[str]], folders: Folders, settings: Settings, words: Catalogue
) -> Iterator[str]:
    """Folder by folder, whether something is left there; of what is asked about nothing is claimed."""
    for key, folder in folders:
        shown = settings.journal_shown if key == "journal" else folder.name
        clean = "asked" if key == "journal" and plan.questions else key
        yield words.text(f"forget.left.{key}" if left[key] else f"forget.clean.{clean}", folder=shown)
        yield from (words.text("forget.file", file=file) for file in left[key])


def remaining(settings: Settings, places: Whereabouts, words: Catalogue) -> Iterator[str]:
    """What no command can see to: published copies, version control, backups."""
    yield ""
    yield words.text("forget.by-hand")
    if places.targets:
        yield words.text("forget.targets", names=words.text("lists.between").join(places.targets))
    journal = settings.journal_dir.resolve()
    if any((folder / ".git").exists() for folder in (journal, *journal.parents)):
        yield words.text("forget.git")
    yield words.text("forget.backups")


def _going(plan: Plan, exports: Iterable[Path], words: Catalogue) -> Iterator[str]:
    for change in plan.changes:
        yield from (_line(cut, words) for cut in change.cuts if cut.end > cut.start)  # not a `[]` that comes in
    yield from (words.text("forget.rename", file=one.place.path, name=one.name) for one in plan.renames)
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
        yield from (_line(cut, words) for cut in plan.questions)


def _line(cut: Cut, words: Catalogue) -> str:
    lines = f"{cut.place.line}–{cut.last_line}" if cut.last_line > cut.place.line else str(cut.place.line)
    what = words.text(f"forget.kinds.{cut.kind}", word=words.text("forget.word"))
    return words.text("forget.line", place=f"{cut.place.path}:{lines}", what=what)
