"""要確認: everything that was found wrong or doubtful, with its place and how to mend it, for who opens the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.views import render

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Diagnostic, Place
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.views.lookup import Lookup, Name

URI = "checkup"
_CRITERIA = "criteria"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in words."""

    place: str
    name: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one weight (errors in what the criteria say stand apart), in order of place."""

    severity: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word that the criteria do not know, with where and of whom it was written."""

    text: str
    found: tuple[tuple[str, Name], ...]


def checkup(look: Lookup) -> Page:
    """The check-up page."""
    return render.page(
        "checkup.html",
        look.here(URI),
        look.catalogue,
        look.text("checkup.title"),
        groups=tuple(_groups(look)),
        words=tuple(_words(look)),
    )


def _groups(look: Lookup) -> list[Group]:
    """What could not be read, then what is wrong with criteria that could be; then the lighter findings."""
    of_criteria = {found for found in look.outlook.criteria_findings if found.severity is Severity.ERROR}
    order = (Severity.ERROR, _CRITERIA, Severity.WARNING, Severity.NOTICE)
    groups: dict[str, list[Finding]] = {name: [] for name in order}
    for diagnostic in look.outlook.diagnostics:
        name = _CRITERIA if diagnostic in of_criteria else diagnostic.severity
        groups[name].append(_finding(diagnostic, look))
    return [Group(str(name), tuple(found)) for name, found in groups.items() if found]


def _finding(diagnostic: Diagnostic, look: Lookup) -> Finding:
    said, mend = message(diagnostic, look.catalogue)
    return Finding(str(diagnostic.place), diagnostic.name, said, mend)


def _words(look: Lookup) -> list[UnknownWord]:
    by_word: dict[str, list[tuple[Place, Name]]] = {}
    for person in look.outlook.people:
        for text, place in look.judged(person.id).unknown_words:
            by_word.setdefault(text, []).append((place, look.name(person)))
    return [
        UnknownWord(text, tuple((str(place), who) for place, who in sorted(found, key=lambda item: item[0])))
        for text, found in sorted(by_word.items())
    ]
