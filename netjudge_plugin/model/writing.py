"""What it takes to write a new entry of the journal: the words of its fields, and how a known person is named in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Called:
    """How a known person is found by typing, and written so that the reader knows them again.

    `fields` maps the ids of the contact's fields to what goes into them: the name alone, unless several people bear it
    (`person`, then one of `id`, `reading` and `firm`). `also` are further spellings by which they are found: 高橋 for
    髙橋, sato.
    """

    fields: Mapping[str, str]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """The words of a new entry in one language.

    `fields` maps the ids of fields to their words (`title` to 件名), `kinds` those of kinds. `no_names` are texts that
    are no name (不明). `folder` is how the journal's folder is called. `people` maps each person's id to how they are
    called.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    no_names: tuple[str, ...] = ()
    folder: str = "journal"
    people: Mapping[str, Called] = field(default_factory=dict)
