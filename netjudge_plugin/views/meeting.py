"""What is said before one meets again, the same on the page and in the terminal.

Every sentence is about days and good facts, and stands on a sheet that may lie on a table: nothing here knows a
verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.briefing import Expected
    from netjudge_plugin.model.judgement import Observation
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.words import Words


def reunion(expected: Expected, texts: Catalogue) -> str:
    """How natural it is to meet again, in a sentence; empty where the records say nothing particular."""
    return texts.text(f"brief.reunion.{expected.reunion}") if expected.reunion else ""


def honorific(person: Person, language: str) -> str:
    """How the person is addressed: in Japanese always, in another language only as I wrote it."""
    return person.honorific if language == "ja" or person.chosen_honorific else ""


def good_fact(observation: Observation, words: Words) -> str:
    """A good fact: the label of the word, or my own words."""
    return observation.word if observation.own else words.label(observation.word)
