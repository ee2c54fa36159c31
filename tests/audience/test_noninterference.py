"""Non-interference, as a law: journals that differ in private things alone give the same share and the same pages.

A journal is drawn in two halves. The shared half is what others may see: shared people with the listed fields, the days
on which they were met, shared events. The private half is everything else, drawn twice: all other fields, people who
are not shared (of the same reading, id and firm, if it so happens), their meetings, events, tags, notes, bodies.

Who is who is not up to the private half in these: a name of the shared half is borne by nobody else. Where it is, the
days of meetings may change, and the last law says by what alone: by a file that claims an entry which says of itself
that it is of somebody else than the shared file tells of. Any other entry becomes a question, and nothing is shared
before that is answered.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from netjudge_plugin.audience.project import project
from netjudge_plugin.audience.roster import roster
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import OTHERS
from netjudge_plugin.model.diagnostics import Place, Severity
from netjudge_plugin.model.journal import (
    Contact,
    Decision,
    Event,
    Exchange,
    Impression,
    Journal,
    PersonFile,
    Promise,
    Word,
)
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.views import team

TODAY = datetime.date(2026, 11, 23)
SHARED_NAMES = ("佐藤 美咲", "髙橋 恵", "渡邊 さやか", "A. Smith", "鈴木 健一")
PRIVATE_NAMES = ("秘密 太郎", "高橋 恵", "佐藤 岬", "渡辺 さやか", "鈴木 健一郎", "他 言無用")
READINGS = ("さとう みさき", "たかはし めぐみ", "わたなべ さやか", "すずき けんいち", "あ")
FIRMS = ("青空法律事務所", "みなと坂事務所")

days = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
secrets = st.text("ひみつの話あいう<&\"'＠", min_size=1, max_size=12)
maybe_secret = st.none() | secrets
readings = st.none() | st.sampled_from(READINGS)
firms = st.none() | st.sampled_from(FIRMS)
held = st.lists(st.sampled_from(["税理士", "社労士", "弁護士", "相続の相談役"]), max_size=2, unique=True).map(tuple)
words = st.lists(secrets, max_size=3).map(lambda some: tuple(Word(text, Place("journal/x.md")) for text in some))


@dataclass(frozen=True)
class Shared:
    """The half that others may see: people, and for each event its day, whether it is named, and who was there."""

    people: tuple[PersonFile, ...]
    events: tuple[tuple[Event, tuple[str, ...]], ...]


@st.composite
def shared_halves(draw):
    names = draw(st.lists(st.sampled_from(SHARED_NAMES), unique=True, max_size=4))
    people = tuple(
        PersonFile(
            name=name,
            place=Place(f"journal/people/{name}.md"),
            inside=f"people/{name}.md",
            reading=draw(readings),
            professions=draw(held),
            firm=draw(firms),
            share=draw(st.sampled_from(["team", "partners"])),
            consent=draw(st.none() | days),
            share_note=draw(maybe_secret),
        )
        for name in names
    )
    events = []
    for number in range(draw(st.integers(0, 4))):
        share = draw(st.sampled_from([None, "team", "partners"]))
        event = Event(
            date=draw(days),
            title=draw(secrets) if share else f"s{number}",
            titled=draw(st.booleans()) if share else False,
            place=Place(f"journal/s{number}.md"),
            inside=f"s{number}.md",
            kind=draw(st.sampled_from(["event", "study", "call"])) if share else "event",
            venue=draw(maybe_secret) if share else None,
            share=share,
        )
        there = st.lists(st.sampled_from(names), unique=True).map(tuple) if names else st.just(())
        events.append((event, draw(there)))
    return Shared(people, tuple(events))


@st.composite
def contacts(draw, name: str, place: Place):
    impressions = draw(st.lists(secrets, max_size=2))
    return Contact(
        name=name,
        place=place,
        professions=draw(held),
        firm=draw(firms),
        impressions=tuple(Impression(text, place) for text in impressions),
        unsure=draw(words),
        topics=tuple(draw(st.lists(secrets, max_size=2))),
        note=draw(st.none() | secrets.map(lambda text: Word(text, place))),
        promise=draw(st.none() | secrets.map(Promise)),
        decision=draw(st.none() | days.map(lambda day: Decision(day, place, reason="ひみつ"))),
    )


@st.composite
def with_private_half(draw, shared: Shared) -> Journal:
    """The shared half together with a private one, in any order."""
    people = [
        replace(
            person,
            id=draw(st.none() | st.sampled_from(["himitsu", "sato-misaki", "a1"])),
            not_same_as=draw(words),
            email=draw(maybe_secret),
            phone=draw(maybe_secret),
            honorific=draw(maybe_secret),
            distance=draw(st.sampled_from([None, "near", "annual"])),
            note=draw(st.none() | secrets.map(lambda text: Word(text, Place("journal/x.md")))),
            exchanges=tuple(Exchange(day, "out", Place("x")) for day in draw(st.lists(days, max_size=2))),
            decisions=tuple(Decision(day, Place("x"), reason="ひみつ") for day in draw(st.lists(days, max_size=2))),
            inside=f"people/{draw(st.integers(0, 9))}-{nth}.md",
            body=draw(secrets),
        )
        for nth, person in enumerate(shared.people)
    ]
    for nth, name in enumerate(draw(st.lists(st.sampled_from(PRIVATE_NAMES), unique=True, max_size=3))):
        place = Place(f"journal/people/p{nth}.md")
        people.append(
            PersonFile(name, place, f"people/p{nth}.md", reading=draw(readings), firm=draw(firms), share_note="ひみつ")
        )
    events = []
    for number, (event, there) in enumerate(shared.events):
        also = draw(st.lists(st.sampled_from(PRIVATE_NAMES), unique=True, max_size=2))
        names = draw(st.permutations([*there, *also]))
        met = tuple(draw(contacts(name, Place(event.place.path, nth + 5))) for nth, name in enumerate(names))
        inside = event.inside if event.share else f"{draw(st.integers(0, 9))}-{number}.md"
        plain = event if event.share else replace(event, title=draw(secrets), kind="call", venue=draw(maybe_secret))
        tags = tuple(draw(st.lists(secrets, max_size=2)))
        events.append(replace(plain, inside=inside, contacts=met, tags=tags, body=draw(secrets), attending=draw(words)))
    for number in range(draw(st.integers(0, 2))):
        place = Place(f"journal/p{number}.md")
        names = draw(st.lists(st.sampled_from(PRIVATE_NAMES), unique=True, max_size=3))
        met = tuple(draw(contacts(name, Place(place.path, nth + 5))) for nth, name in enumerate(names))
        events.append(Event(draw(days), draw(secrets), place, place.path, contacts=met))
    return Journal(tuple(draw(st.permutations(events))), tuple(draw(st.permutations(people))))


def share_of(journal: Journal, audience: str):
    everyone, _ = identify(journal, professions())
    return project(journal.events, everyone.people, audience, "大野 真", TODAY)


@given(data=st.data(), audience=st.sampled_from(OTHERS))
@settings(max_examples=300, deadline=None)
def test_private_things_change_nothing_that_others_see(data, audience):
    half = data.draw(shared_halves())
    one, other = (share_of(data.draw(with_private_half(half)), audience) for _ in range(2))
    assert one == other
    for language in ("ja", "en"):
        pages = [tuple(team.pages(roster([share]), catalogue(language))) for share in (one, other)]
        assert pages[0] == pages[1]


@given(data=st.data(), audience=st.sampled_from(OTHERS))
@settings(max_examples=100, deadline=None)
def test_it_makes_no_difference_whether_there_is_anything_private_at_all(data, audience):
    half = data.draw(shared_halves())
    with_it = data.draw(with_private_half(half))
    names = {person.name for person in half.people}
    events = tuple(
        replace(event, contacts=tuple(c for c in event.contacts if c.name in names))
        for event in with_it.events
        if event.share or any(contact.name in names for contact in event.contacts)
    )
    without = Journal(events, tuple(file for file in with_it.people if file.share))
    assert share_of(with_it, audience) == share_of(without, audience)


@given(shared_halves())
@settings(max_examples=100, deadline=None)
def test_other_offices_never_see_more_than_ones_own(half):
    journal = Journal(tuple(event for event, _ in half.events), half.people)
    office, others = (share_of(journal, audience) for audience in OTHERS)
    assert {person.name for person in others.people} <= {person.name for person in office.people}
    assert {event.title for event in others.events} <= {event.title for event in office.events}
    consented = {
        file.name for file in half.people if file.share == "partners" and file.consent and file.consent <= TODAY
    }
    assert {person.name for person in others.people} == consented


def namesakes(identifier: str, firm: str):
    """Files of people of one name that tell them apart, and perhaps not well enough."""
    return st.builds(
        PersonFile,
        name=st.just("鈴木 健一"),
        place=st.just(Place(f"journal/people/{identifier}.md")),
        inside=st.just(f"people/{identifier}.md"),
        id=st.none() | st.just(identifier),
        reading=st.none() | st.sampled_from(READINGS[:2]),
        firm=st.none() | st.just(firm),
        professions=held,
    )


@st.composite
def entries_of_one_name(draw):
    """Some meetings with somebody of the name, each telling in one way who that is, or not at all."""
    met = []
    for nth in range(draw(st.integers(1, 3))):
        place = Place(f"journal/{nth}.md", 5)
        told = draw(st.sampled_from([{}, {"id": "a1"}, {"id": "b2"}, *({"firm": firm} for firm in FIRMS * 2)]))
        told = told or {"reading": draw(st.none() | st.sampled_from(READINGS[:2]))}
        met.append((Event(draw(days), "会", place, f"{nth}.md"), Contact("鈴木 健一", place, **told)))
    return met


def as_shared(file, met, *others):
    """The shared person and his or her days, or None where the journal has a question."""
    events = tuple(replace(event, contacts=(contact,)) for event, contact in met)
    everyone, found = identify(Journal(events, (file, *others)), professions())
    if any(one.severity is Severity.ERROR for one in found):
        return None
    (person,) = (one for one in everyone.people if one.file is file)
    (shared,) = project(events, everyone.people, "team", "大野 真", datetime.date(2028, 1, 1)).people
    return shared, {one.contact.place for one in person.encounters}


@given(own=namesakes("a1", FIRMS[0]), other=namesakes("b2", FIRMS[1]), met=entries_of_one_name())
@settings(max_examples=500, deadline=None)
def test_a_private_namesake_takes_only_what_says_that_it_is_of_another(own, other, met):
    file = replace(own, share="team")
    alone, beside = as_shared(file, met), as_shared(file, met, other)
    if alone is None or beside is None:
        return
    assert replace(alone[0], since=None, last_met=None) == replace(beside[0], since=None, last_met=None)
    taken = alone[1] ^ beside[1]
    assert taken <= alone[1]
    for contact in (contact for _, contact in met if contact.place in taken):
        assert (
            (contact.id and contact.id != file.id)
            or (contact.reading and contact.reading != file.reading)
            or (contact.firm and contact.firm != file.firm)
        )
    if not taken:
        assert alone == beside
