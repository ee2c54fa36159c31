"""What judging costs, as a ratio to reading: 1,000 people with 8 encounters each, invented, the same on every machine.

    python benchmarks/judging.py

Reading is the way from files to entries (`pipeline.read_journal`). Judging is everything that is then said of anybody:
the verdict on every day of their timeline with what moved it, and for today the facts behind the verdict and whatever
`judge_person` gives besides. Both run in turn in this process, without the garbage collector as in a build; what is
compared is the time of the processor (a busy machine counts less) in the quickest run of each.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import journals

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.settings import Settings
from netjudge_plugin.views.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.people import Person

WANTED = 3.0


def judge_all(people: tuple[Person, ...], criteria: Criteria) -> list[Judged]:
    """Everything that is said of these people, by rules that remember nothing yet."""
    rules = Rules.of(criteria)
    found = [judge_person(person, rules, journals.TODAY)[0] for person in people]
    for judged in found:
        reasons(judged.now, criteria)
    return found


def seconds(run: Callable[[], object]) -> float:
    """How long the processor works at it."""
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Write the journal, read it, judge it, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--encounters", type=int, default=8)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    criteria = in_force.shipped("standard", "ja")
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        # as many events as people, each with as many contacts: everybody comes as often as wanted
        journals.write(Path(folder), chosen.people, chosen.encounters, chosen.people)
        settings = Settings(journal_dir=Path(folder), today=journals.TODAY, clock=journals.TODAY, purpose="benchmark")
        people = identify(pipeline.read_journal(settings)[0], professions())[0].people
        runs = [
            (seconds(lambda: pipeline.read_journal(settings)), seconds(lambda: judge_all(people, criteria)))
            for _ in range(chosen.runs)
        ]
    reading, judging = (min(run[nth] for run in runs) for nth in (0, 1))
    judged = judge_all(people, criteria)
    days, moves = sum(len(one.timeline) for one in judged), sum(len(one.moves) for one in judged)
    print(f"{len(people)} people with {sum(len(person.encounters) for person in people)} encounters")
    print(f"read in {reading:.2f} s; judged on {days} days and today, with {moves} moves, in {judging:.2f} s")
    print(f"ratio {judging / reading:.2f} (at most {WANTED:.1f} is wanted)")


if __name__ == "__main__":
    main()
