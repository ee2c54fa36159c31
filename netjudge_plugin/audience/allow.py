"""The fields that leave a journal, and to whom. A field that is not in these tables is private.

So a new field of the schema is private until somebody adds it here, on purpose, where it can be reviewed. Free text is
never here: `share_note` is the one text that was agreed with the person for being shared.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.model.audience import PARTNERS, TEAM

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOTH, _OFFICE = frozenset({TEAM, PARTNERS}), frozenset({TEAM})

#: Fields of a person file, and what is derived of the meetings: the days of the first and of the last.
PERSON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "person": _BOTH,
        "reading": _BOTH,
        "profession": _BOTH,
        "firm": _BOTH,
        "share_note": _BOTH,
        "since": _BOTH,
        "last_met": _OFFICE,  # for other offices it would be my calendar
    }
)
#: Fields of an event, and which of the shared people were there.
EVENT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": _BOTH,
        "date": _BOTH,
        "place": _BOTH,
        "kind": _BOTH,
        "people": _BOTH,
    }
)
#: What is computed, and so is no field of the schema.
DERIVED = frozenset({"since", "last_met", "people"})


def allowed(table: Mapping[str, frozenset[str]], audience: str) -> frozenset[str]:
    """The fields of a table that an audience may see."""
    return frozenset(field for field, audiences in table.items() if audience in audiences)
