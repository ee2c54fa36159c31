"""How texts speak of one person, and how they read afterwards: a neutral word, and the sentence stays.

What surely means the person is replaced; what may be another's, or no name at all, is asked about, or with `ambiguous`
replaced as well. The proof (`sought`) looks further than both, as one who looks for a leak must.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.duties.called import calling, key
from netjudge_plugin.duties.changing import applied
from netjudge_plugin.duties.links import Links
from netjudge_plugin.duties.mentions import Finder, replaced
from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.reader.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.duties.changing import Found
    from netjudge_plugin.duties.mentions import Span
    from netjudge_plugin.model.forgetting import Rename
    from netjudge_plugin.model.people import People, Person


_BLANK = re.compile(r"\s")
#: Of how many names in one text every part is tried.
_MOST = 6


@dataclass(slots=True)
class Texts:
    """One person among all, and the word that stands for the name from now on.

    `shared` are the keys of what others are called as well, `names` those of names that mean the person alone.
    """

    person: Person
    people: People
    word: str
    ambiguous: bool = False
    sought: Finder = field(init=False)
    shared: frozenset[str] = field(init=False)
    names: frozenset[str] = field(init=False)
    links: Links = field(init=False)
    _sure: Finder = field(init=False)
    _unsure: Finder = field(init=False)

    def __post_init__(self) -> None:
        """Make ready what is looked for."""
        how = calling(self.person, self.people.people)
        titles = [one.ja for one in self.person.professions]
        others = (*how.others, *how.firms)
        self.sought = Finder(how.own, others, titles)
        self._sure = Finder(how.own, others, titles, strict=True)
        self.shared = frozenset(key(one.text) for one in how.unsure)
        within = Finder(how.own, titles=titles, strict=True)
        named = [text for text in how.others if key(text) not in self.shared and not within.spots(text)]
        self._unsure = Finder((*how.unsure, *how.own), named, titles)
        alone = frozenset(name for name, ids in self.people.names.items() if ids == (self.person.id,))
        self.names = alone | ({name_key(self.person.name)} - set(self.people.names))
        self.links = Links(self.names, self.person.file.inside if self.person.file else None)

    def rename(self, renames: Sequence[Rename]) -> None:
        """From now on links lead to these names."""
        self.links = replace(self.links, renames=renames)

    def speak_of(self, text: str) -> bool:
        """Whether a text is worth looking at."""
        plain = letters.decoded(text)
        finders = (self.sought, self._unsure)
        return self.links.leads_to(text) or any(True for one in finders for _ in one.needles.within(plain))

    def is_folded(self, text: str) -> bool:
        """Whether a name in a text of a file runs over the end of a line."""
        return any("\n" in text[start:end] or "\r" in text[start:end] for start, end in self.doubtful(text))

    def sure(self, text: str, inside: str) -> list[Found]:
        """The links and the names in a text of the file `inside` that mean the person."""
        links = list(self.links.within(text, inside, self._less))
        names = self._sure.spots(text, [span for span, _, _ in links])
        return [*links, *((span, self.word, Kind.MENTION) for span in names)]

    def doubtful(self, text: str, taken: Iterable[Span] = ()) -> list[Span]:
        """The places of a text, outside what is `taken`, that may mean the person."""
        return self._unsure.spots(text, taken)

    def without_doubtful(self, text: str) -> str:
        """The text with marks in the place of what is asked about: whatever is still found in it is a trace."""
        return replaced(text, self.doubtful(text, self._sure.spots(text)), "、、")

    def rewritten(self, text: str, inside: str) -> str:
        """A text of the journal as it will read."""
        sure = self.sure(text, inside)
        if self.ambiguous:
            sure += ((span, self.word, Kind.MENTION) for span in self.doubtful(text, [span for span, _, _ in sure]))
        return applied(text, sure)

    def ways(self, text: str, inside: str, *, folded: bool = False) -> set[str]:
        """How a text may read afterwards: of what is doubtful a part may be another's for what stands around it.

        `folded` says that a name in the file runs over the end of a line, and so is asked about, though in what the
        file says there is but a blank in it.
        """
        sure = self.sure(text, inside)
        split = [one for one in sure if _BLANK.search(text[slice(*one[0])])][:_MOST] if folded else []
        left_out = (some for count in range(len(split) + 1) for some in combinations(split, count))
        ways = {applied(text, [one for one in sure if one not in some]) for some in left_out}
        return ways | {self.rewritten(text, inside)}

    def is_doubtful(self, text: str, inside: str) -> bool:
        """Whether a text leaves a question."""
        return not self.ambiguous and bool(self.doubtful(text, [span for span, _, _ in self.sure(text, inside)]))

    def _less(self, label: str) -> str:
        """The text of a link without the name; a link by name is the name."""
        return self.word if label.startswith(("[[", "![[")) else replaced(label, self._sure.spots(label), self.word)
