"""Which words to begin with there are: those that are shipped, and those of the journal's `messages.yml`.

A text of one's own replaces the shipped one of its id, or stands beside them. One mistake costs one text, and the
shipped one of that id stands in.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.messages import PLACEHOLDERS, Template, Templates
from netjudge_plugin.model.referral import speaks_of_fees
from netjudge_plugin.model.wording import normal
from netjudge_plugin.model.written import Text
from netjudge_plugin.reader import sheet
from netjudge_plugin.reader.disk import load_one
from netjudge_plugin.reader.fields import read_fields
from netjudge_plugin.reader.message_fields import MessagesFields
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.values import DISTANCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.plan import Layer
    from netjudge_plugin.model.written import Table
    from netjudge_plugin.reader.fields import Known
    from netjudge_plugin.reader.message_fields import MessageFields
    from netjudge_plugin.settings import Settings

OWN_FILE = "messages.yml"

_NAMES = {name: name for name in PLACEHOLDERS} | {word: name for name, word in PLACEHOLDERS.items()}
_MARK = re.compile(r"[{｛]([^{}｛｝\n]*)[}｝]")
_BRACE = re.compile("[{}｛｝]")
#: The fields of a text that are read by the person, or by me.
_SAID = ("name", "subject", "body")


def shipped_file(language: str) -> SourceFile:
    """The texts that are shipped, as a file."""
    inside = f"messages.{language}.yml"
    data = resources.files("netjudge_plugin").joinpath("presets", inside).read_bytes()
    return SourceFile(inside, inside, data)


@cache
def shipped(language: str) -> tuple[Template, ...]:
    """The texts that are shipped."""
    table, problems = sheet.read_yaml(shipped_file(language))
    assert table is not None, problems
    found, problems = read(table)
    assert not problems, problems
    return found.texts


def in_force(settings: Settings, layers: Iterable[Layer]) -> tuple[Templates, tuple[Diagnostic, ...]]:
    """The texts that a run uses, my own first, and everything that is wrong in my file."""
    usual, file = shipped(settings.language), settings.journal_dir / OWN_FILE
    if not (file.is_symlink() or file.exists()):
        return Templates(usual), ()
    source, problems = load_one(file, f"{settings.journal_shown}/{OWN_FILE}")
    table, more = sheet.read_yaml(source) if source else (None, ())
    own, found = read(table, layers) if table else (Templates(), ())
    mine = {text.id: text for text in own.texts}
    replaced = tuple(mine.pop(text.id, text) for text in usual)
    added = tuple(replace(text, added=True) for text in mine.values())
    return Templates((*added, *replaced), own.me), (*problems, *more, *found)


def read(table: Table, layers: Iterable[Layer] | None = None) -> tuple[Templates, tuple[Diagnostic, ...]]:
    """The texts of a file that can be used, with all that is wrong in it; without `layers` none is looked up."""
    file, known = read_fields(table, MessagesFields, frozenset())
    names = None if layers is None else _layer_names(layers)
    texts: dict[str, tuple[Template, Place]] = {}
    for fields, inner in known.parts.get("messages", ()) if file else ():
        text = _Text(fields, inner, names)
        template = text.template()
        place = inner.nodes["id",].place
        if template is not None and template.id in texts:
            first = str(texts[template.id][1].line)
            text.problems.append(Diagnostic(place, "message-duplicate-id", {"first": first}))
        elif template is not None:
            texts[template.id] = template, place
        known.problems += text.problems
    me = (file.me if file else None) or ""
    if speaks_of_fees(me) or _BRACE.search(me):
        name = "message-referral-fee" if speaks_of_fees(me) else "message-unknown-placeholder"
        known.problems.append(Diagnostic(known.nodes["me",].place, name))
        me = ""
    return Templates(tuple(template for template, _ in texts.values()), me), tuple(known.problems)


def _layer_names(layers: Iterable[Layer]) -> dict[str, str]:
    """The layers there are, by every way to write them."""
    found: dict[str, str] = {}
    for layer in layers:
        ways = (layer.id, layer.name, *DISTANCES.get(layer.id, ()))
        found |= {normal(way): layer.id for way in ways if way}
    return found


@dataclass(slots=True)
class _Text:
    """One text of a file while it is looked at."""

    fields: MessageFields
    known: Known
    layers: Mapping[str, str] | None
    problems: list[Diagnostic] = field(default_factory=list)

    def template(self) -> Template | None:
        """The text; None if anything in it is wrong, for half a text is not what I wrote."""
        body, subject = self.fields.body, self.fields.subject
        self.problems += [problem for part in _SAID for problem in self._wrong_in(part)]
        template = Template(
            id=self.fields.id,
            name=self.fields.name,
            when=self.fields.when,
            body=tuple(_ways(line) for line in (body.split("\n") if isinstance(body, str) else body)),
            subject=_ways(subject),
            professions=tuple(professions().find(text).id or text for text in self.fields.professions),
            layers=tuple(self._layers()),
            met_at_least=self.fields.met_at_least,
        )
        return None if self.problems or self.known.problems else template

    def _wrong_in(self, part: str) -> Iterator[Diagnostic]:
        nodes = [node for loc, node in self.known.nodes.items() if loc[:1] == (part,) and isinstance(node, Text)]
        if speaks_of_fees("\n".join(node.value for node in nodes)):
            blamed = next((node for node in nodes if speaks_of_fees(node.value)), nodes[0])
            yield Diagnostic(blamed.place, "message-referral-fee")
        choices = "\n".join(f"{{{name}}}（{{{word}}}）" for name, word in PLACEHOLDERS.items())
        for node in nodes:
            if _BRACE.search(_MARK.sub(_nothing_if_known, node.value)):
                yield Diagnostic(node.place, "message-unknown-placeholder", {"choices": choices})

    def _layers(self) -> Iterator[str]:
        for word in self.known.words("layers"):
            found = word.text if self.layers is None else self.layers.get(normal(word.text))
            if found is not None:
                yield found
            else:
                choices = "\n".join(self.layers or ())
                self.problems.append(Diagnostic(word.place, "value-not-choice", {"choices": choices}))


def _ways(line: str | list[str]) -> tuple[str, ...]:
    """The ways to put a line, its placeholders by their English names."""
    return tuple(_MARK.sub(_plain, way).strip() for way in ([line] if isinstance(line, str) else line))


def _plain(mark: re.Match[str]) -> str:
    return f"{{{_named(mark) or mark[1]}}}"


def _nothing_if_known(mark: re.Match[str]) -> str:
    return "" if _named(mark) else mark[0]


def _named(mark: re.Match[str]) -> str | None:
    return _NAMES.get(unicodedata.normalize("NFKC", mark[1]).strip().casefold())
