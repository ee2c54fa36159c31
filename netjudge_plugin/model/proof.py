"""The proof of a site: what must not be in it, what was found in it, and what it holds.

Neither a secret nor a leak ever shows its text: not in a report, not in a log, not in a traceback.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.model.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Secret:
    """A text of the journal that was not agreed for the site, the kind of field it is, and where it stands."""

    text: str = field(repr=False)
    kind: str
    place: Place


class Trouble(StrEnum):
    """Why a file must not go out."""

    SECRET = "secret"  # noqa: S105 - no password: it holds a text of the journal
    STRANGER = "stranger"  # no page and no page's asset
    FOREIGN = "foreign"  # it loads something from elsewhere
    PICTURE = "picture"  # it says who took it, or where
    UNPROVED = "unproved"  # it cannot be looked through to the end


@dataclass(frozen=True, slots=True)
class Leak:
    """A finding: the file (parts of its name that are secrets themselves are masked) and why it must not go out.

    `kind` and `place` are those of the secret, `disguise` says how it was written there (empty: as it is), `detail`
    is the address that is loaded, what a picture tells, or what is not installed to look into the file.
    """

    file: str
    trouble: Trouble
    disguise: str = ""
    kind: str = ""
    place: Place | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a proof looked through: how many files of which ending and bytes, and for how many texts of which kind.

    `dropped` were not looked for, since they stand in the program's own texts, `short` since they say too little by
    themselves; `opaque` are files of kinds whose texts can be read only in part (PDF, sound, film).
    """

    files: Mapping[str, int]
    size: int
    secrets: Mapping[str, int]
    dropped: int
    short: int
    opaque: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found, and what was looked through."""

    leaks: tuple[Leak, ...]
    looked: Looked
