"""A blank entry: the fields in the user's language, and the criteria's words to choose from as comments.

It is made from the table of fields and from the criteria in force, so it can never offer a word that is not known. As
it stands it is a correct entry in which nobody was met: a contact that is a blank form does not count. To fill it in is
to write the name and to take the `# ` away from the words that one means.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from netjudge_plugin.reader.schema import ContactFields, EventFields
from netjudge_plugin.reader.unseen import without_invisible
from netjudge_plugin.reader.values import KINDS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.reader.schema import Fields

#: A text that YAML takes as it is, whatever stands around it.
_PLAIN = re.compile(r"[^\W\d_](?:[\w '’・、。（）！？〜～-]*[\w。）！？])?")
_BEFORE_WORDS = ("person", "reading", "profession", "firm", "impressions")
_AFTER_WORDS = ("unsure", "topics", "note", "promise", "decision", "reason")


def blank(title: str, date: datetime.date, criteria: Criteria, words: Catalogue) -> str:
    """The text of a new entry."""
    return "\n".join([*_front(title, date, criteria, words), ""]) + "\n"


def plain_title(title: str) -> str:
    """A title as it can be written down: one line of signs that can be seen."""
    return without_invisible(" ".join(title.split())).encode("utf-8", "replace").decode("utf-8").strip()


def _front(title: str, date: datetime.date, criteria: Criteria, words: Catalogue) -> Iterator[str]:
    name = _names(EventFields, words)
    yield "---"
    yield f"{name['title']}: {_quoted(title or words.text('cli.new.title'))}"
    yield f"{name['date']}: {date.isoformat()}"
    yield f"{name['place']}:"
    yield from _comment(words.text("cli.new.kinds", kinds=_kinds(words)))
    yield f"{name['kind']}: {_kind('event', words)}"
    yield from _comment(words.text("cli.new.attending"))
    yield f"{name['attending']}:"
    yield from _comment(words.text("cli.new.contacts", axis=criteria.axes[0].name))
    yield f"{name['contacts']}:"
    yield from _contact(criteria, words)
    yield "---"


def _contact(criteria: Criteria, words: Catalogue) -> Iterator[str]:
    """One person met, as a form: without its `# ` a word is at the right depth."""
    name = _names(ContactFields, words)
    for place, field in enumerate(_BEFORE_WORDS):
        yield f"{'  - ' if place == 0 else '    '}{name[field]}:"
    for heading, some in _choices(criteria, words):
        yield f"      # {heading}"
        yield from (f"      # - {_quoted(label)}" for label in some.values())
    for field in _AFTER_WORDS:
        yield f"    {name[field]}:"


def _choices(criteria: Criteria, words: Catalogue) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The words of the criteria under what they are about."""
    for axis in criteria.axes:
        yield words.text("cli.new.axis", name=axis.name, question=axis.question), axis.good
        yield words.text("cli.new.concern"), axis.concern
    signs = {sign: label for kind in criteria.stops for sign, label in kind.signs.items()}
    yield words.text("cli.new.stops"), signs
    yield words.text("cli.new.notes"), criteria.notes_only


def _names(fields: type[Fields], words: Catalogue) -> Mapping[str, str]:
    """What the fields of a table are called in the language."""
    return fields.words if words.language == "ja" else {field: field for field in fields.words}


def _kind(kind: str, words: Catalogue) -> str:
    return KINDS[kind][0] if words.language == "ja" else kind


def _kinds(words: Catalogue) -> str:
    return words.text("cli.new.between").join(_kind(kind, words) for kind in KINDS)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.split("\n"))


def _quoted(text: str) -> str:
    """A text as YAML reads it back, in quotes only where it needs them."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
