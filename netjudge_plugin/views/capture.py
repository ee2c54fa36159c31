"""Write it down: a form on which an evening becomes a journal file on the way home, on the phone and without a server.

What its script works with stands in the page as inert markup, escaped like everything else: a blank person with the
words of the criteria, whom one may pick, and every sentence that the script may say. No verdict is shown here: nobody
is judged while I still write about them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import EVENTS
from netjudge_plugin.views.cards import work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.writing import Writing
    from netjudge_plugin.views.lookup import Lookup

URI = "capture"
#: The page's own files by their place in the site, with the parts that they are made of. The parts of the script come
#: in their order; the last one begins. (Apart they would be loaded in any order when the theme changes pages itself.)
STYLE, SCRIPT = "assets/netjudge-capture.css", "assets/netjudge-capture.js"
_PARTS = "elements entry checks people suggestions draft ways voice form finish page start".split()
ASSETS: Mapping[str, tuple[str, ...]] = {
    STYLE: ("assets/styles/form.css", STYLE),
    SCRIPT: tuple(f"assets/capture/{part}.js" for part in _PARTS),
}
#: Where the catalogue has the sentences of the script.
SAID = ("capture.say.", "capture.ask.", "capture.check.")
#: The marks on an axis, with the keys of their words.
MARKS = {"○": "good", "◎": "good_two", "△": "both", "×": "concern", "××": "concern_two", "？": "unsure"}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who can be picked. `told_by` are the fields that an entry needs besides the name, if there are any."""

    name: str
    reading: str
    work: str
    also: tuple[str, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict)


def capture(look: Lookup, writing: Writing) -> Page:
    """The page for writing an event down."""
    return render.page(
        "capture.html",
        look.here(URI),
        look.catalogue,
        look.catalogue.text("capture.page.title"),
        parent=EVENTS,
        style=STYLE,
        script=SCRIPT,
        warnings=(look.text("common.stand_in"),) if look.outlook.stand_in else (),
        criteria=look.outlook.criteria,
        signs=[label for kind in look.outlook.criteria.stops for label in kind.signs.values()],
        kinds=[(written, look.term("kind", kind)) for kind, written in writing.kinds.items()],
        marks=MARKS,
        known=tuple(_known(look, writing)),
        writing=writing,
        sentences=[key for key in look.catalogue.texts if key.startswith(SAID)],
    )


def _known(look: Lookup, writing: Writing) -> Iterator[Known]:
    """Everybody in the journal in 五十音 order, then those whom I am yet to meet."""
    unmet: tuple[str, tuple[str, ...]] = ("", ())
    everyone = look.outlook.everyone.people
    for person in sorted(everyone, key=lambda one: (one.id not in look.rows, look.rows.get(one.id, unmet)[1], one.id)):
        called = writing.people[person.id]
        plain = called.fields == {"person": person.name}
        yield Known(
            person.name, person.reading or "", work(person, look.catalogue), called.also, {} if plain else called.fields
        )
