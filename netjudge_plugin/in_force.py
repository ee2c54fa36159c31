"""Which criteria a run judges by, and what stands beside them: presets, kept versions, examples, and their proof.

presets.criteria_source -> sheet.read_yaml -> criteria.parse -> with_synonyms -> in_language
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from netjudge_plugin.judge import criteria as criteria_files
from netjudge_plugin.judge.languages import in_language, with_synonyms
from netjudge_plugin.judge.proof import check
from netjudge_plugin.reader import examples, kept, presets, sheet
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.settings import LANGUAGES, Settings

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.examples import Example
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.model.versions import Kept


def read_criteria(settings: Settings) -> tuple[Criteria, tuple[Diagnostic, ...]]:
    """The criteria in force, in the site's language; the standard ones and why, if the user's cannot be used."""
    source, problems = presets.criteria_source(settings)
    found, more = parse_criteria(source) if source else (None, ())
    criteria = shown_in(found, settings.language) if found else shipped("standard", settings.language)
    return criteria, (*problems, *more)


def shown_in(criteria: Criteria, language: str) -> Criteria:
    """The criteria with every text that still is a preset's in that language."""
    for name in presets.PRESETS:
        for other in LANGUAGES:
            criteria = in_language(criteria, shipped(name, other), shipped(name, language))
    return criteria


def read_kept(settings: Settings) -> tuple[tuple[Kept, ...], tuple[Diagnostic, ...]]:
    """The versions of the criteria that were kept, oldest first; one that cannot be used any more is left out."""
    found, problems = kept.load(settings, parse_criteria)
    return tuple(replace(one, criteria=shown_in(one.criteria, settings.language)) for one in found), problems


def read_examples(source: SourceFile) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples that a file holds, and everything that is wrong in it."""
    table, problems = sheet.read_yaml(source)
    found, more = examples.read(table) if table else ((), ())
    return found, (*problems, *more)


def parse_criteria(source: SourceFile) -> tuple[Criteria | None, tuple[Diagnostic, ...]]:
    """The criteria that a file holds, understanding both languages' words; None if anything in it is wrong."""
    found, problems = _parsed(source)
    if found is None:
        return None, problems
    return with_synonyms(found, (_bare(name, language) for name in presets.PRESETS for language in LANGUAGES)), problems


def _parsed(source: SourceFile) -> tuple[Criteria | None, tuple[Diagnostic, ...]]:
    table, problems = sheet.read_yaml(source)
    if table is None or problems:
        return None, problems
    find = professions().find
    return criteria_files.parse(table, source.path, presets.digest(source), lambda text: find(text).id or text)


def proof(criteria: Criteria, language: str) -> check.Proof:
    """What the criteria say in every state of their axes; a text is looked at once, however often a site is built."""
    return _proof(_Key(criteria.source, criteria.digest, language, criteria))


@dataclass(frozen=True, slots=True)
class _Key:
    """What a proof is remembered by: the text of the criteria, and the language in which their labels are shown."""

    source: str
    digest: str
    language: str
    criteria: Criteria = field(compare=False)


@lru_cache(maxsize=4)
def _proof(key: _Key) -> check.Proof:
    return check.prove(key.criteria)


@cache
def shipped(name: str, language: str) -> Criteria:
    """A preset as shipped, understanding both languages' words."""
    return with_synonyms(_bare(name, language), (_bare(name, other) for other in LANGUAGES))


@cache
def _bare(name: str, language: str) -> Criteria:
    found, problems = _parsed(presets.preset(name, language))
    assert found is not None, problems
    return found
