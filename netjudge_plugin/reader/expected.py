"""Names of those who will come that lead to nobody, though somebody in the journal may well be meant.

Whoever types 参加予定 types quickly: a surname alone, a name without its flower. Nobody is taken for somebody by
likeness; so a person met before would stand among the new ones without a word, if nothing were said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.reader.names import fold, name_key

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.people import People


def close_names(events: Iterable[Event], everyone: People, today: datetime.date) -> Iterator[Diagnostic]:
    """A notice for every name at an event to come that leads to nobody, but begins another's name or is begun by it.

    It names the place of the one who may be meant; of several only that there are some.
    """
    coming = (word for event in events if event.date > today for word in event.attending)
    unknown = [(word, fold(word.text)) for word in coming if name_key(word.text) not in everyone.names]
    if not unknown:
        return
    known = sorted((fold(person.name), person.id, person) for person in everyone.people)
    for word, key in unknown:
        near = [person for name, _, person in known if key and (name.startswith(key) or key.startswith(name))]
        if near:
            other = {"other": f"{near[0].place.path}:{near[0].place.line}"} if len(near) == 1 else {}
            yield Diagnostic(word.place, "attending-unclear", other)
