"""The users' own texts as safe HTML: bodies are Markdown, values of `note:` are plain text; both know `[[names]]`.

A text is converted once, however often it is shown; the addresses of pages in it are filled in for the page it stands
on. What is wrong with its links is found without converting it, where nothing looks wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place, in_order
from netjudge_plugin.views.addresses import event_uris, person_uri
from netjudge_plugin.views.markdown import SafeMarkdown, paragraphs
from netjudge_plugin.views.tokens import PAGE, Finder, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from netjudge_plugin.model.journal import Event, PersonFile, Word
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.addresses import Here


class Html(str):
    """Text that is HTML already, for templates that escape everything else."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text itself: what a template engine asks for before it escapes."""
        return str(self)


@dataclass(slots=True)
class Notes:
    """The texts of a journal, ready to be shown.

    `find` leads from a written name to the ids it may mean; `people` are the ids that have a page; `pages` maps paths
    inside the journal to uris.
    """

    find: Callable[[str], tuple[str, ...]]
    people: frozenset[str] = frozenset()
    pages: Mapping[str, str] = field(default_factory=dict)
    _converted: dict[Written, tuple[str, tuple[Diagnostic, ...]]] = field(default_factory=dict)
    _markdown: SafeMarkdown = field(default_factory=SafeMarkdown)

    def body(self, entry: Event | PersonFile, here: Here) -> Html:
        """The text below the front matter of an event or a person file, for the page `here`."""
        return self._shown(_body(entry), here)

    def note(self, word: Word | None, inside: str, here: Here) -> Html:
        """A value of `note:` in the file `inside`, for the page `here`."""
        return self._shown(_note(word, inside), here) if word else Html()

    def person(self, name: str) -> str | None:
        """The id that a written name means, if it means one person who has a page."""
        found = self.find(name)
        return found[0] if len(found) == 1 and found[0] in self.people else None

    def problems(self, written: Written) -> tuple[Diagnostic, ...]:
        """What is wrong with the links of a text; only where one looks wrong the text is converted to be certain."""
        finder = self._finder(written)
        finder.replaced()
        suspect = any(token.problems for token in finder.tokens)
        return self._convert(written)[1] if suspect else ()

    def _shown(self, written: Written, here: Here) -> Html:
        html, _ = self._convert(written)
        return Html(PAGE.sub(lambda found: here.link(found[1]), html))

    def _convert(self, written: Written) -> tuple[str, tuple[Diagnostic, ...]]:
        if written not in self._converted:
            finder = self._finder(written)
            source = finder.replaced()
            if written.note:
                html, used = paragraphs(source, finder.tokens), tuple(finder.tokens)
            else:
                html, used = self._markdown.convert(source, finder.tokens)
            self._converted[written] = html, tuple(problem for token in used for problem in token.problems)
        return self._converted[written]

    def _finder(self, written: Written) -> Finder:
        return Finder(written, self.find, self.people, self.pages)


def read(
    events: Iterable[Event], people: Iterable[Person], find: Callable[[str], tuple[str, ...]]
) -> tuple[Notes, tuple[Diagnostic, ...]]:
    """The texts of all events and of the people who have a page, and what is wrong with the links in them."""
    events, people = tuple(events), tuple(people)
    pages = event_uris(events)
    pages |= {person.file.inside: person_uri(person.id) for person in people if person.file}
    notes = Notes(find, frozenset(person.id for person in people), pages)
    return notes, in_order(problem for written in _texts(events, people) for problem in notes.problems(written))


def _texts(events: Iterable[Event], people: Iterable[Person]) -> Iterator[Written]:
    for event in events:
        yield _body(event)
        yield from (_note(contact.note, event.inside) for contact in event.contacts if contact.note)
    for person in people:
        if person.file:
            yield _body(person.file)
            words = (person.file.note, *(exchange.note for exchange in person.file.exchanges))
            yield from (_note(word, person.file.inside) for word in words if word)


def _body(entry: Event | PersonFile) -> Written:
    return Written(entry.body, entry.inside, Place(entry.place.path, entry.body_line))


def _note(word: Word, inside: str) -> Written:
    return Written(word.text, inside, word.place, note=True)
