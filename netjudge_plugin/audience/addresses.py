"""Addresses out of projected values alone.

A journal's own addresses give way where two people clash, and so would tell that somebody else is there; an `id:` that
I wrote for myself is my own word. So neither is used: here the reading makes the address, and only those who are shared
can clash.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netjudge_plugin.reader.names import name_key, person_hash
from netjudge_plugin.reader.romaji import slug

if TYPE_CHECKING:
    from collections.abc import Sequence


def own_address(name: str, reading: str) -> str:
    """The reading in ASCII, else `p-` and a part of the name's hash."""
    return slug(reading) or f"p-{person_hash(name_key(name), 8)}"


def told_apart(own: Sequence[str], tellers: Sequence[str]) -> list[str]:
    """Addresses that differ: where some are the same, all of them take a part of the hash of what tells them apart.

    The same teller twice means that nothing tells them apart; then it does not matter which of them gets which number.
    """
    found = list(own)
    for length in (4, 24):
        for clash in _clashes(found):
            for place in clash:
                found[place] = f"{own[place]}-{person_hash(tellers[place], length)}"
    for clash in _clashes(found):
        for number, place in enumerate(clash[1:], 2):
            found[place] += f"-{number}"
    return found


def _clashes(addresses: Sequence[str]) -> list[list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, address in enumerate(addresses):
        places[address].append(place)
    return [clash for clash in places.values() if len(clash) > 1]
