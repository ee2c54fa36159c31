"""What `publish` says: why it stopped, what it changed, what is left to do, and a bar while it lasts."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from netjudge_plugin.cli.check import report as findings
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.building import Built
    from netjudge_plugin.publish.gate import Leak
    from netjudge_plugin.publish.plan import Step
    from netjudge_plugin.publish.run import Report, Tell
    from netjudge_plugin.publish.stopped import Stopped
    from netjudge_plugin.publish.verify import Verified

#: How many names of a kind are listed; the rest is counted.
_MOST = 20


def stopped(end: Stopped, words: Catalogue) -> str:
    """Why the publish goes no further, and what to do."""
    said = words.text(f"publish.stopped.{end.reason}", **end.facts)
    return "\n".join([words.text("cli.usage.error", text=said), *_names(end.listed, words)])


def built(found: Built, words: Catalogue) -> str:
    """What a build had to say: mistakes in full, warnings of the journal as their number."""
    lines = []
    grave = [one for one in found.diagnostics if one.severity is Severity.ERROR]
    warnings = sum(one.severity is Severity.WARNING for one in found.diagnostics)
    if grave:
        lines.append(findings(grave, words))
    elif warnings:
        lines.append(words.text("publish.warnings", count=warnings))
    lines += [words.text("publish.said", text=text) for text in found.said]
    if not found.is_usable:
        lines.append(words.text("publish.not-built"))
    return "\n".join(lines)


def leaks(found: Sequence[Leak], words: Catalogue) -> str:
    """What must not leave, by file; never what stands there."""
    lines = [words.text(f"publish.leak.{one.kind}", file=one.name, about=one.about) for one in found]
    return "\n".join([words.text("publish.leak.title"), *_names(lines, words), words.text("publish.leak.mend")])


def report(found: Report, target: str, words: Catalogue) -> str:
    """What was changed, in a line or a few."""
    lines = []
    if found.former is not None:
        facts = {"host": found.former.host, "user": found.former.user}
        lines.append(words.text("publish.taken-over", **facts))
    if not found.done and not found.waiting:
        lines.append(words.text("publish.unchanged", target=target, count=found.kept))
    else:
        first = "publish.done" if found.is_complete else "publish.partly"
        lines += [words.text(first, target=target), *_counts(found.done, found.kept, words)]
    return "\n".join(lines)


def waiting(steps: Sequence[Step], words: Catalogue) -> str:
    """What could not be changed as it was in use: loudly what must go and is still there."""
    going = [step.name for step in steps if step.deletes]
    staying = [step.name for step in steps if not step.deletes]
    lines = []
    if going:
        lines += [click.style(words.text("publish.still-there"), fg="red", bold=True), *_names(going, words)]
    if staying:
        lines += [words.text("publish.still-old"), *_names(staying, words)]
    return "\n".join([*lines, words.text("publish.again")])


def preview(steps: Sequence[Step], kept: int, target: str, words: Catalogue) -> str:
    """What a publish would change."""
    if not steps:
        return words.text("publish.unchanged", target=target, count=kept)
    lines = [words.text("publish.would", target=target)]
    for kind, some in _kinds(steps).items():
        if some:
            pages_first = sorted((step.name for step in some), key=lambda name: not name.endswith(".html"))
            lines += [words.text(f"publish.{kind}", count=len(some)), *_names(pages_first, words)]
    if kept:
        lines.append(words.text("publish.kept", count=kept))
    return "\n".join(lines)


def verified(found: Verified, target: str, words: Catalogue) -> str:
    """Whether everything is as it was published, and what is not."""
    if found.unfinished:
        lines = [words.text("publish.verify.unfinished", target=target)]
    elif found.is_right:
        lines = [words.text("publish.verify.right", target=target, count=found.right)]
    else:
        lines = [words.text("publish.verify." + ("unknown" if found.is_known else "wrong"), target=target)]
    kinds = {"changed": found.changed, "missing": found.missing, "strangers": found.strangers, "unread": found.unread}
    for kind, names in kinds.items():
        if names:
            lines += [words.text(f"publish.verify.{kind}", count=len(names)), *_names(names, words)]
    if found.changed or found.missing:
        lines.append(words.text("publish.verify.mend"))
    return "\n".join(lines)


@contextmanager
def bar(words: Catalogue) -> Iterator[Tell]:
    """A bar on the terminal for what may take long; nothing where nobody is looking."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    shown = _Bar(words)
    try:
        yield shown.tell
    finally:
        shown.end()


class _Bar:
    """One bar after the other, each for one kind of work."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words
        self._what = ""
        self._bar: Any = None

    def tell(self, what: str, done: int, total: int) -> None:
        if what != self._what:
            self.end()
            label = self._words.text(f"publish.bar.{what}")
            self._what, self._bar = what, click.progressbar(length=max(total, 1), label=label, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
        self._what, self._bar = "", None


def _kinds(steps: Iterable[Step]) -> dict[str, list[Step]]:
    kinds: dict[str, list[Step]] = {"new": [], "replaced": [], "removed": []}
    for step in steps:
        kinds["removed" if step.deletes else "new" if step.is_new else "replaced"].append(step)
    return kinds


def _counts(steps: Iterable[Step], kept: int, words: Catalogue) -> list[str]:
    counted = [words.text(f"publish.{kind}", count=len(some)) for kind, some in _kinds(steps).items() if some]
    return [*counted, words.text("publish.kept", count=kept)] if kept else counted


def _names(names: Sequence[str], words: Catalogue) -> list[str]:
    shown = [f"  {name}" for name in names[:_MOST]]
    return shown + ([words.text("publish.more", count=len(names) - _MOST)] if len(names) > _MOST else [])
