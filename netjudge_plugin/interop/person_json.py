"""Everything held on one person as JSON, format 1: an interface for other programs, so nothing may change its meaning.

A report is one object, keys in this order, days as `YYYY-MM-DD`, places as `path` and `line`:

    format, today   1, and the day that everything was judged on
    person          what is known of the person: id, name, reading, aliases[], professions[], firm, email, phone,
                    honorific, distance, share, consent, share_note, note, text (below the front matter), path, line
    verdict         null before the first meeting, else: verdict, why, reason, step, firm, revisit,
                    criteria {name, digest}
    axes            every axis in the order of the criteria: "ok", "no", "mixed" or "unknown"
    stops[]         the live stop signs: sign, kind, date, path, line
    observations[]  the facts that count today: date, word, axis, polarity ("+" or "-"), path, line (null if derived)
    timeline[]      every day on which something happened or the verdict changed: date, occasions[], verdict, why,
                    reason
    encounters[]    every meeting: date, title, place, kind, name, reading, professions[], firm, unsure[], topics[],
                    note, impressions[] (text, axis or null, path, line), promise (null, or what, by, done), path, line,
                    text (of the event, where nobody else is recorded at it)
    exchanges[]     date, direction ("out" or "in"), via, note, impressions[], path, line
    decisions[]     my own decisions and releases: date, decision, reason, until, released[], path, line
    expected[]      events at which the person is expected: date, title, path
    mentions[]      where the name stands in other records: path, line, text (the whole line)
    records[]       which lines of which files are the person's own: path, line, last_line
    published_to[]  the names of the places that the settings publish the site to

Whatever is not written is null or empty. In every text others are masked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Decision, Exchange, Impression
    from netjudge_plugin.model.judgement import Judged, Judgement
    from netjudge_plugin.model.people import Encounter, Person

FORMAT = 1


def report(person: Person, judged: Judged | None, today: datetime.date) -> dict[str, Any]:
    """All of the report that the records of the person hold."""
    now = judged.now if judged else None
    return {
        "format": FORMAT,
        "today": today.isoformat(),
        "person": _person(person),
        "verdict": _verdict(now) if now else None,
        "axes": {axis: state.value for axis, state in now.axes.items()} if now else {},
        "stops": [
            {"sign": stop.sign, "kind": stop.kind, "date": stop.date.isoformat(), **_place(stop.place)}
            for stop in (now.facts.stops if now else ())
        ],
        "observations": [
            {
                "date": fact.date.isoformat(),
                "word": fact.word,
                "axis": fact.axis,
                "polarity": fact.sign,
                **_place(fact.place),
            }
            for fact in (now.facts.observations if now else ())
        ],
        "timeline": [
            {"date": turn.date.isoformat(), "occasions": list(turn.occasions), **_turn(turn.judgement)}
            for turn in (judged.timeline if judged else ())
        ],
        "encounters": [_encounter(met) for met in person.encounters],
        "exchanges": [_exchange(one) for one in person.exchanges],
        "decisions": [_decision(one) for one in person.decisions],
        "expected": [
            {"date": event.date.isoformat(), "title": event.title, "path": event.place.path}
            for event in person.expected
        ],
    }


def _person(person: Person) -> dict[str, Any]:
    file = person.file
    return {
        "id": person.id,
        "name": person.name,
        "reading": person.reading,
        "aliases": list(person.aliases),
        "professions": [one.ja for one in person.professions],
        "firm": person.firm,
        "email": file.email if file else None,
        "phone": file.phone if file else None,
        "honorific": file.honorific if file else None,
        "distance": file.distance if file else None,
        "share": file.share if file else None,
        "consent": _day(file.consent) if file else None,
        "share_note": file.share_note if file else None,
        "note": file.note.text if file and file.note else None,
        "text": (file.body.strip() or None) if file else None,
        **_place(person.place),
    }


def _verdict(now: Judgement) -> dict[str, Any]:
    return {
        **_turn(now),
        "step": now.computed.step,
        "firm": now.firm,
        "revisit": _day(now.revisit),
        "criteria": {"name": now.made_by.name, "digest": now.made_by.digest},
    }


def _turn(judgement: Judgement) -> dict[str, Any]:
    reason = judgement.override.reason if judgement.override else None
    return {"verdict": judgement.verdict, "why": judgement.why, "reason": reason}


def _encounter(met: Encounter) -> dict[str, Any]:
    event, contact = met.event, met.contact
    promise = contact.promise
    return {
        "date": event.date.isoformat(),
        "title": event.title,
        "place": event.venue,
        "kind": event.kind,
        "name": contact.name,
        "reading": contact.reading,
        "professions": list(contact.professions),
        "firm": contact.firm,
        "impressions": _impressions(contact.impressions),
        "unsure": [word.text for word in contact.unsure],
        "topics": list(contact.topics),
        "note": contact.note.text if contact.note else None,
        "promise": {"what": promise.what, "by": _day(promise.by), "done": promise.done} if promise else None,
        **_place(contact.place),
        "text": (event.body.strip() or None) if len(event.contacts) == 1 else None,
    }


def _exchange(one: Exchange) -> dict[str, Any]:
    return {
        "date": one.date.isoformat(),
        "direction": one.direction,
        "via": one.via,
        "note": one.note.text if one.note else None,
        "impressions": _impressions(one.impressions),
        **_place(one.place),
    }


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "date": one.date.isoformat(),
        "decision": one.verdict.text if one.verdict else None,
        "reason": one.reason or None,
        "until": _day(one.until),
        "released": [word.text for word in one.released],
        **_place(one.place),
    }


def _impressions(some: Iterable[Impression]) -> list[dict[str, Any]]:
    return [{"text": one.text, "axis": one.axis, **_place(one.place)} for one in some]


def _place(place: Place | None) -> dict[str, Any]:
    return {"path": place.path if place else None, "line": place.line if place else None}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
