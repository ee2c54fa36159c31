"""The report on one person as Markdown, to be read by the person: the same contents as the JSON, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netjudge_plugin.model.wording import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria

_FACTS = ("reading", "aliases", "professions", "firm", "email", "phone", "honorific", "distance", "share", "consent")
_CHOICES = {"distance", "share"}


@dataclass(frozen=True)
class ReadingCopy:
    """The words for a report: those of the catalogue, and those of the criteria that judged."""

    words: Catalogue
    criteria: Criteria

    def lines(self, report: dict[str, Any]) -> Iterator[str]:
        """The whole text."""
        person = report["person"]
        yield self._text("title", name=person["name"])
        yield ""
        yield self._text("lead", today=report["today"], word=self._text("word"))
        yield from self._section("person", self._facts(person))
        yield from self._section("verdict", self._verdict(report))
        yield from self._section("timeline", self._timeline(report["timeline"]))
        yield from self._section("encounters", self._encounters(report["encounters"]))
        yield from self._section("exchanges", self._exchanges(report["exchanges"]))
        yield from self._section("decisions", self._decisions(report["decisions"]))
        yield from self._section("expected", (f"- {one['date']} {one['title']}" for one in report["expected"]))
        yield from self._section("mentions", self._mentions(report["mentions"]))
        yield from self._section("records", self._records(report["records"]))
        yield from self._section("published", (f"- {name}" for name in report["published_to"]))

    def _section(self, name: str, lines: Iterator[str]) -> Iterator[str]:
        yield ""
        yield f"## {self._text(f'sections.{name}')}"
        yield ""
        some = list(lines)
        yield from some or [self._text("none")]

    def _facts(self, person: dict[str, Any]) -> Iterator[str]:
        yield self._line("name", person["name"])
        for name in _FACTS:
            value = person[name]
            if name in _CHOICES and value:
                value = self.words.text(f"pages.{name}.{value}")
            yield from self._value(name, value)
        yield from self._value("share_note", person["share_note"])
        yield from self._value("note", person["note"])
        yield from self._value("text", person["text"])

    def _verdict(self, report: dict[str, Any]) -> Iterator[str]:
        now = report["verdict"]
        if now is None:
            return
        yield f"- {self._said(now)}"
        yield from self._value("revisit", now["revisit"])
        yield self._line("criteria", f"{now['criteria']['name']} {now['criteria']['digest']}")
        names = {axis.id: axis.name for axis in self.criteria.axes}
        for axis, state in report["axes"].items():
            yield f"  - {names.get(axis, axis)}: {self.words.text(f'judgement.state.{state}')}"
        known = labels(self.criteria)
        for stop in report["stops"]:
            yield self._line("stop", f"{known.get(stop['sign'], stop['sign'])} ({stop['date']})")

    def _timeline(self, turns: list[dict[str, Any]]) -> Iterator[str]:
        for turn in turns:
            occasions = [self.words.text(f"judgement.occasion.{name}") for name in turn["occasions"]]
            day = turn["date"] + (f" {self.words.text('lists.between').join(occasions)}" if occasions else "")
            yield f"- {day}: {self._said(turn)}"

    def _encounters(self, encounters: list[dict[str, Any]]) -> Iterator[str]:
        for met in encounters:
            yield f"- {met['date']} {met['title']}{self._place(met)}"
            for name in ("name", "reading", "professions", "firm"):
                yield from self._value(name, met[name], "  ")
            yield from self._impressions(met)
            for name in ("unsure", "topics", "note"):
                yield from self._value(name, met[name], "  ")
            if met["promise"]:
                promise = [met["promise"]["what"], met["promise"]["by"], self._text("done") * met["promise"]["done"]]
                yield from self._value("promise", " ".join(filter(None, promise)), "  ")
            yield from self._value("text", met["text"], "  ")

    def _exchanges(self, exchanges: list[dict[str, Any]]) -> Iterator[str]:
        for one in exchanges:
            said = self.words.text(f"pages.person.{one['direction']}")
            yield f"- {one['date']} {said}{self._place(one)}"
            yield from self._value("via", one["via"], "  ")
            yield from self._impressions(one)
            yield from self._value("note", one["note"], "  ")

    def _decisions(self, decisions: list[dict[str, Any]]) -> Iterator[str]:
        for one in decisions:
            yield f"- {one['date']}{self._place(one)}"
            for name in ("decision", "released", "reason", "until"):
                yield from self._value(name, one[name], "  ")

    def _mentions(self, mentions: list[dict[str, Any]]) -> Iterator[str]:
        yield from (f"- {one['text']}{self._place(one)}" for one in mentions)

    def _records(self, records: list[dict[str, Any]]) -> Iterator[str]:
        yield from (f"- {one['path']}:{one['line']}–{one['last_line']}" for one in records)

    def _impressions(self, entry: dict[str, Any]) -> Iterator[str]:
        told = [f"{one['axis']}: {one['text']}" if one["axis"] else one["text"] for one in entry["impressions"]]
        yield from self._value("impressions", told, "  ")

    def _said(self, turn: dict[str, Any]) -> str:
        verdict = self.criteria.verdicts[turn["verdict"]]
        mine = self.words.text("judgement.decision.name")
        why = mine if turn["reason"] else self.criteria.whys.get(turn["why"], turn["why"])
        return self._text("said", verdict=verdict, why=why) + (f" {turn['reason']}" if turn["reason"] else "")

    def _value(self, name: str, value: str | list[str] | None, indent: str = "") -> Iterator[str]:
        """A field with its value; a long text stands below it as a quotation."""
        if not value:
            return
        text = self.words.text("lists.between").join(value) if isinstance(value, list) else value
        if "\n" in text.strip():
            yield indent + self._line(name, "")
            yield from (f"{indent}  > {line}".rstrip() for line in text.strip().split("\n"))
        else:
            yield indent + self._line(name, text.strip())

    def _line(self, name: str, value: str) -> str:
        return self._text("line", field=self._text(f"fields.{name}"), value=value).rstrip()

    def _place(self, entry: dict[str, Any]) -> str:
        return f" ({entry['path']}:{entry['line']})"

    def _text(self, key: str, **facts: object) -> str:
        return self.words.text(f"export.{key}", **facts)
