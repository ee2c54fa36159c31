"""A page for a team cannot be handed a private value: mypy refuses the program that would."""

from __future__ import annotations

import pytest
from mypy import api

PRELUDE = """
from netjudge_plugin.interop.share_json import report
from netjudge_plugin.locale import Catalogue
from netjudge_plugin.model.journal import Journal, PersonFile
from netjudge_plugin.model.outlook import Outlook
from netjudge_plugin.model.people import Person
from netjudge_plugin.model.team import Acquaintance, Known, Member, Roster, Share, TeamPerson
from netjudge_plugin.views import team
from netjudge_plugin.views.lookup import Lookup
from netjudge_plugin.views.team.look import TeamLook
from netjudge_plugin.views.team.person import person

def page(shared: Known, mine: Person, file: PersonFile, journal: Journal, outlook: Outlook, everything: Lookup,
         look: TeamLook, words: Catalogue, roster: Roster, share: Share, member: Member, one: TeamPerson) -> None:
"""
REFUSED = [
    "person(mine, look)",
    "person(file, look)",
    "person(shared, everything)",
    "TeamLook(outlook, words)",
    "TeamLook(journal, words)",
    "team.pages(outlook, words)",
    "team.pages(roster.known[0].acquaintances[0].person, words)",
    "Acquaintance(member, mine)",
    "Acquaintance(member, file)",
    "Share('team', 'a', share.as_of, (mine,))",
    "TeamPerson('a', 'b', note=file.note)",
    "report(outlook)",
    "report(journal)",
]
ALLOWED = ["person(shared, look)", "team.pages(roster, words)", "Acquaintance(member, one)", "report(share)"]


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """The lines that mypy refuses, all of them checked in one run."""
    lines = [*ALLOWED, *REFUSED]
    file = tmp_path_factory.mktemp("types") / "program.py"
    file.write_text(PRELUDE + "".join(f"    {line}\n" for line in lines), encoding="utf-8")
    cache = tmp_path_factory.mktemp("cache")
    out, err, _ = api.run(["--strict", "--no-error-summary", "--cache-dir", str(cache), str(file)])
    assert err == ""
    first = len(PRELUDE.splitlines()) + 1
    found = [line.split(":") for line in out.splitlines() if ": error:" in line]
    assert {parts[0] for parts in found} == {str(file)}
    return {lines[int(parts[1]) - first]: out for parts in found}


@pytest.mark.parametrize("line", REFUSED)
def test_a_private_value_is_a_type_error(line, refused):
    assert line in refused


def test_what_is_shared_passes(refused):
    assert set(refused) == set(REFUSED)
