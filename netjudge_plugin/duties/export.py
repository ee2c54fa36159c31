"""Everything that is held on one person, with everybody else masked: gathered, masked, and proved before it is written.

The mask and the proof look for the same texts. What points at others by description alone (her brother, the lawyer at
the next table) nobody can find by searching: whoever hands the export on reads it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netjudge_plugin.duties.called import called
from netjudge_plugin.duties.firms import firms_of, telling, topics
from netjudge_plugin.duties.forgetting import Forgetting
from netjudge_plugin.duties.mentions import Finder, replaced
from netjudge_plugin.interop import person_json
from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.model.proof import Secret
from netjudge_plugin.reader.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.forgetting import Plan
    from netjudge_plugin.model.journal import Journal, SourceFile
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person

_OWN = {Kind.FILE, Kind.CONTACT}


def others(person: Person, outlook: Outlook) -> Finder:
    """Finds all others, by whatever they are called, also those who are only expected somewhere, and by their firms.

    The person's own firms stay, also where another's is a part of them.
    """
    everyone = outlook.everyone
    rest = [one for one in everyone.people if one.id != person.id]
    firms = firms_of(person)
    secrets = [how for one in rest for how in called(one)]
    secrets += telling(rest, (*topics(everyone.people), *(firm.text for firm in firms)))
    known = everyone.names
    expected = (word for event in outlook.events for word in event.attending if name_key(word.text) not in known)
    mine = {name_key(person.name)}
    secrets += [Secret(word.text, "name", word.place) for word in expected if name_key(word.text) not in mine]
    return Finder(secrets, [how.text for how in (*called(person), *firms)])


def held(
    person: Person, outlook: Outlook, journal: Journal, sources: Iterable[SourceFile], targets: Iterable[str] = ()
) -> dict[str, Any]:
    """The whole report, not yet masked."""
    sources = tuple(sources)
    plan = Forgetting(person, outlook.everyone, "").plan(journal, sources)
    report = person_json.report(person, outlook.judged.get(person.id), outlook.today)
    report["mentions"] = list(_mentions(plan, sources))
    report["records"] = [
        {"path": cut.place.path, "line": cut.place.line, "last_line": cut.last_line}
        for cut in plan.cuts
        if cut.kind in _OWN and cut.end > cut.start
    ]
    report["published_to"] = list(targets)
    return report


def is_anything_held(report: Mapping[str, Any]) -> bool:
    """Whether a report has more in it than the name that was asked for."""
    return any(report[part] for part in ("records", "mentions", "expected"))


def masked(value: Any, finder: Finder, word: str) -> Any:  # noqa: ANN401 - any part of a JSON report
    """The report with a word in the place of everybody else; its keys stay."""
    if isinstance(value, str):
        return replaced(value, finder.spots(value), word)
    if isinstance(value, list):
        return [masked(item, finder, word) for item in value]
    if isinstance(value, dict):
        return {key: masked(item, finder, word) for key, item in value.items()}
    return value


def _mentions(plan: Plan, sources: Iterable[SourceFile]) -> Iterator[dict[str, Any]]:
    """Every line outside the person's own records in which the name stands, once."""
    by_path = {source.path: source for source in sources}
    for change in plan.changes:
        own = [range(cut.place.line, cut.last_line + 1) for cut in change.cuts if cut.kind in _OWN]
        numbers = {cut.place.line for cut in change.cuts if cut.kind not in _OWN}
        lines = by_path[change.source.path].data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number in sorted(numbers):
            if not any(number in some for some in own):
                yield {"path": change.source.path, "line": number, "text": lines[number - 1].strip()}
