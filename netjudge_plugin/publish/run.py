"""A publish from its first look to its last file: nothing is written before everything that can be known is known.

    look -> compare -> plan -> room? -> lock -> look again -> marker, unfinished manifest -> steps -> manifest

A run that ends anywhere, however it ends, leaves whole files and a manifest that vouches for none of them; the next
one finds out by itself what is left to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from netjudge_plugin.publish import lock, manifest, names, state
from netjudge_plugin.publish.plan import Rank, Step, plan, room
from netjudge_plugin.publish.target import MANIFEST, MARKER
from netjudge_plugin.publish.trouble import BEGINNING, LOOKING, Trouble, full, told, trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from netjudge_plugin.publish.lock import Holder, Lock, Us
    from netjudge_plugin.publish.manifest import Entry, Manifest
    from netjudge_plugin.publish.state import State
    from netjudge_plugin.publish.target import Target

    #: What may be shown while it lasts: what is being done ("compare" or "publish"), how much is done, and of how much.
    Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be published: the folder of a built site with its manifest, for which audience, and whose it is.

    `recheck` trusts no manifest of the target's; `by_force` takes a lock that another computer holds; `take_over`
    replaces another member's site.
    """

    site: Path
    files: Manifest
    audience: str
    member: str = ""
    recheck: bool = False
    by_force: bool = False
    take_over: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a publish did. `waiting` are steps that could not be done since a file was in use."""

    done: tuple[Step, ...] = ()
    kept: int = 0
    waiting: tuple[Step, ...] = ()
    former: Holder | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the target holds the site, just that, and says so."""
        return not self.waiting


@dataclass(frozen=True, slots=True)
class Preview:
    """What a publish would do, as the target is now."""

    found: State
    there: dict[str, Entry]
    steps: tuple[Step, ...]

    def kept(self, wish: Wish) -> int:
        """How many files of the site are there already, and stay as they are."""
        return len(wish.files.files) - sum(not step.deletes for step in self.steps)


def ensure_open_to(target: Target, audience: str, member: str = "") -> None:
    """Raise Stopped if one can see without any site that this member's publish for this audience would be refused."""
    with told(target, reasons=LOOKING):
        found = state.find(target, audience)
        state.ensure_of(found, member, target)
        if not found.marked:
            state.ensure_ours(found, target)


def preview(wish: Wish, target: Target, tell: Tell = lambda *_: None, before: Preview | None = None) -> Preview:
    """Look and compare, writing nothing; raises Stopped where a publish would. What is as `before` is read once."""
    names.check(wish.files.files.keys(), target.counted)
    with told(target, reasons=LOOKING):
        found = state.find(target, wish.audience, wish.files.files)
        state.ensure_of(found, "" if wish.take_over else wish.member, target)
        state.ensure_ours(found, target)
    with told(target):
        if before is not None and found.is_as(before.found):
            there = before.there
        else:
            compared = lambda done, total: tell("compare", done, total)  # noqa: E731
            there = state.entries(found, wish.files, target, compared, recheck=wish.recheck)
    return Preview(found, there, plan(wish.files.files, there))


def publish(wish: Wish, target: Target, us: Us, tell: Tell = lambda *_: None) -> Report:
    """Bring the target to hold the site and nothing else; raises Stopped if it cannot even be begun, or goes away."""
    first = preview(wish, target, tell)
    if first.found.is_settled and not first.steps and _is_marked(first.found, wish):
        return Report(kept=len(wish.files.files))
    needed = room(first.steps)
    with told(target, lambda: needed, BEGINNING):
        free = target.free() if first.steps else None
        if free is not None and needed > free:
            raise full(target, needed)
        target.make()
        held = lock.acquire(target, us, by_force=wish.by_force)
    try:
        return _carried_out(wish, target, held, preview(wish, target, tell, first), tell)
    finally:
        held.release()


def _carried_out(wish: Wish, target: Target, held: Lock, now: Preview, tell: Tell) -> Report:
    """All that is written, under the lock."""
    found, steps = now.found, now.steps
    with told(target, lambda: room(steps)):
        if not _is_marked(found, wish):
            target.write(MARKER, state.marker(wish.audience, wish.member))
        for name in found.leftovers:
            target.delete(name)
        target.prune(found.empty)
        held.ensure_ours()
        if steps or not found.known.complete:
            target.write(MANIFEST, manifest.written(wish.files.unfinished({**found.known.files, **now.there})))
            target.settle()
    done, waiting = _taken(wish, target, held, now, tell)
    with told(target):
        target.prune(_folders_above(step.name for step in done if step.deletes))
        held.ensure_ours()
        if not waiting:
            target.write(MANIFEST, manifest.written(wish.files))
        target.settle()
    tell("publish", len(steps), len(steps))
    return Report(tuple(done), now.kept(wish), tuple(waiting), former=held.former)


def _is_marked(found: State, wish: Wish) -> bool:
    """Whether the marker says what it would say if it were written now."""
    return found.marked and not found.torn and (not wish.member or found.is_of(wish.member))


def _taken(wish: Wish, target: Target, held: Lock, now: Preview, tell: Tell) -> tuple[list[Step], list[Step]]:
    """Take the steps: those that were done, and those for which a file was in use.

    A file in use does not keep the others back: what must go has to go, and a list that still names it, too.
    """
    done: list[Step] = []
    waiting: list[Step] = []
    for nth, step in enumerate(now.steps):
        tell("publish", nth, len(now.steps))
        with told(target, partial(room, now.steps[nth:])):
            if nth and step.rank != now.steps[nth - 1].rank:
                target.settle()
            target.ensure_present()
            held.confirm()
            try:
                _take(step, wish, target, now.found.names)
            except OSError as error:
                if trouble(error) is not Trouble.IN_USE:
                    raise
                waiting.append(step)
            else:
                done.append(step)
    return done, waiting


def _take(step: Step, wish: Wish, target: Target, called: Mapping[str, str]) -> None:
    if not step.deletes:
        target.write(step.name, wish.site / step.name)
        return
    target.delete(called[step.name])
    if step.rank is Rank.OUT_OF_THE_WAY:
        target.prune(_folders_above([step.name]))


def _folders_above(removed: Iterable[str]) -> set[str]:
    return {folder for name in removed for folder in list(names.with_folders(name))[:-1]}
