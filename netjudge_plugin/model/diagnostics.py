"""Errors are values: what is wrong, where, and how grave; the words for it live in the catalogue (`locale/`).

A diagnostic never holds a value or a line of the user's text, so that showing it can leak nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """How much a diagnostic weighs: errors fail `check`, warnings only with `--strict`, notices never."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a text file: the path as shown to the user, line and column counted from 1 (in characters)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

#: Every diagnostic there is. A name is never reused with another meaning; each has its text in both languages in
#: the catalogue and its entry in the manual (tests prove all three agree).
SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {
        # the file as bytes and lines
        "file-unreadable": _E,
        "file-not-regular": _E,
        "file-outside": _E,
        "file-too-large": _E,
        "file-conflict-copy": _W,
        "file-name-txt": _W,
        "journal-missing": _E,
        "encoding-not-utf8": _E,
        "control-character": _E,
        "invisible-character": _W,
        # the front matter as YAML
        "front-matter-missing": _E,
        "front-matter-unclosed": _E,
        "front-matter-fence": _E,
        "front-matter-not-table": _E,
        "yaml-syntax": _E,
        "yaml-tab": _E,
        "yaml-full-width-space": _E,
        "yaml-full-width-colon": _E,
        "yaml-full-width-dash": _E,
        "yaml-unquoted-colon": _E,
        "yaml-unquoted-link": _E,
        "yaml-anchor": _E,
        "yaml-tag": _E,
        "yaml-duplicate-key": _E,
        "yaml-too-deep": _E,
        "yaml-comment-cut": _W,
        # the fields
        "unknown-field": _E,
        "field-twice": _E,
        "field-missing": _E,
        "value-not-text": _E,
        "value-not-list": _E,
        "value-not-table": _E,
        "value-empty": _E,
        "value-not-choice": _E,
        "date-unreadable": _E,
        "date-impossible": _E,
        "date-era": _E,
        "date-far": _W,
        "reading-not-kana": _E,
        "invalid-id": _E,
        "name-unusable": _E,
        "reason-missing": _E,
        "until-not-after": _W,
        # who is who
        "same-name": _E,
        "ambiguous-person": _E,
        "alias-taken": _E,
        "listed-twice": _W,
        "similar-name": _N,
        "attending-unclear": _N,
        "changed-firm": _N,
        "changed-profession": _N,
        "id-clash": _N,
        "missing-reading": _N,
        # words and decisions
        "unknown-word": _W,
        "unknown-mark": _W,
        "unknown-axis": _W,
        "unknown-verdict": _E,
        "unknown-why": _E,
        "two-decisions": _E,
        "coming-ignored": _W,
        # notes and links
        "unknown-person-link": _W,
        "ambiguous-person-link": _W,
        "link-blocked": _W,
        "image-blocked": _W,
        # what better stays out of notes about people
        "sensitive-health": _W,
        "sensitive-belief": _W,
        "sensitive-crime": _W,
        "sensitive-origin": _W,
        "client-matter": _W,
        "hurtful-wording": _N,
        "past-retention": _N,
        "forgotten-person": _W,
        "forgotten-unusable": _W,
        # the criteria
        "criteria-unknown-key": _E,
        "criteria-value": _E,
        "criteria-missing": _E,
        "criteria-duplicate-word": _E,
        "criteria-unknown-axis": _E,
        "criteria-unknown-verdict": _E,
        "criteria-unknown-why": _E,
        "criteria-unknown-stop": _E,
        "criteria-latest-needs-one": _E,
        "criteria-guard-needs": _E,
        "criteria-clears-wrong-side": _E,
        "criteria-revisit-off": _E,
        "criteria-too-many-axes": _E,
        "criteria-layer-order": _E,
        # the criteria in every state of their axes
        "criteria-dead-step": _E,
        "criteria-masked-stop": _E,
        "criteria-no-path-to-contact": _E,
        "criteria-defer-without-path": _E,
        "criteria-not-monotone": _W,
        "criteria-feeling-only-contact": _E,
        "criteria-weekly-overload": _W,
        # the versions that were kept
        "kept-criteria-name": _W,
        "kept-criteria-unusable": _W,
        # the words to begin with
        "message-unknown-placeholder": _E,
        "message-duplicate-id": _E,
        "message-referral-fee": _E,
        # what is shared with others
        "consent-missing": _W,
        "consent-ahead": _W,
        "shared-unsettled": _E,
        "share-unreadable": _E,
        "share-version": _E,
        "share-value": _E,
        "share-member-twice": _E,
        "share-audience": _E,
        # the settings and the site
        "missing-purpose": _N,
        "asks-elsewhere": _W,
        "page-exists": _N,
        "path-too-long": _W,
    }
)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its place, its readable name, and the facts its message needs (names of fields, never values)."""

    place: Place
    name: str
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def severity(self) -> Severity:
        """The severity registered for the name; a name that is not registered is a bug (KeyError)."""
        return SEVERITIES[self.name]


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without repetitions, by path, line, column and name."""
    unique = {(d.place, d.name, tuple(sorted(d.facts.items()))): d for d in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
