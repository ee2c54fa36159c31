"""Do proposals learnt from a few decisions fit the decisions that follow? Real first meetings, through the program.

    python benchmarks/review.py ../shared/data/encounters.csv

Each rater with ten meetings or more keeps a journal of one evening, as in `encounters.py`; the decisions on the first
five people met (then, with fifteen meetings or more, on the first ten) stand in it as decisions of one's own. The
program reviews that journal; the rest of the evening, of which it knows the impressions and not the decisions, is
judged by the unchanged standard criteria and by those with all proposals applied, and both are compared with what was
decided: contact or not.

What there was to choose (which kinds of changes there are, their order, how much support one needs) was chosen on the
evenings with an even number; those with an odd number were held out and are printed apart. The support of two decisions
is a matter of caution, not of fit: the last lines tell what one decision would give. The data set is not part of this
project (it comes from romance among students), so the figures tell whether so little can be learnt from so little.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import encounters

from netjudge_plugin import pipeline
from netjudge_plugin.judge.decide import Steps, compute
from netjudge_plugin.judge.review.proposals import SUPPORT, propose
from netjudge_plugin.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.outlook import Outlook

#: How many decisions are learnt from, and the meetings a rater must have had.
LESSONS = ((5, 10), (10, 15))


class Result(NamedTuple):
    """One rater: the evening, in how many of the meetings left the criteria agreed, before and after, and of how many.

    `kinds` are the kinds of edits that were proposed.
    """

    wave: int
    before: int
    after: int
    left: int
    kinds: tuple[str, ...]


def evenings(file: Path) -> list[list[encounters.Row]]:
    """The meetings of each rater, in the order of the evening."""
    found: dict[int, list[encounters.Row]] = defaultdict(list)
    for row in encounters.rows(file):
        found[row.rater].append(row)
    return [sorted(rows, key=lambda row: int(row.ratings["order"])) for rows in found.values()]


def look(met: list[encounters.Row], learnt: int, folder: Path) -> Outlook:
    """The journal of an evening, judged and reviewed, with the first decisions in it."""
    encounters.write_event(folder, met[0].wave, ((f"相手{row.met}", row.ratings) for row in met))
    people = folder / "people"
    people.mkdir()
    for row in met[:learnt]:
        date = encounters.date_of(row.wave)
        decision = f"{{日付: {date}, 判断: {'連絡する' if row.wanted else '今回は連絡しない'}, 理由: この夜に決めた}}"
        text = f"---\n名前: 相手{row.met}\n判断の記録:\n  - {decision}\n---\n"
        (people / f"{row.met}.md").write_text(text, encoding="utf-8")
    today = encounters.TODAY
    return pipeline.look(Settings(journal_dir=folder, today=today, clock=today, purpose="benchmark"))[0]


def result(met: list[encounters.Row], learnt: int, support: int) -> Result:
    """What one rater's first decisions are worth for the rest of the evening."""
    with tempfile.TemporaryDirectory() as folder:
        outlook = look(met, learnt, Path(folder))
    assert len(outlook.review.decisions) == learnt
    proposals = outlook.review.proposals
    if support != SUPPORT:
        proposals = propose(outlook.review.decisions, outlook.judged, outlook.criteria, support=support)
    changed = proposals[-1].criteria if proposals else outlook.criteria
    kinds = tuple(" + ".join(type(edit).__name__ for edit in proposal.edits) for proposal in proposals)
    rest = met[learnt:]
    return Result(
        met[0].wave, agreed(outlook, outlook.criteria, rest), agreed(outlook, changed, rest), len(rest), kinds
    )


def agreed(outlook: Outlook, criteria: Criteria, rest: Iterable[encounters.Row]) -> int:
    """In how many of these meetings the criteria choose what was decided."""
    steps, ids = Steps(criteria), {person.name: person.id for person in outlook.people}
    facts = ((row.wanted, outlook.judged[ids[f"相手{row.met}"]].now.facts) for row in rest)
    return sum((compute(found, steps)[0].verdict == "contact") is wanted for wanted, found in facts)


def report(results: list[Result]) -> Iterator[str]:
    """Agreement before and after in percent, pooled over the meetings and as the mean over raters."""
    waves = {"even evenings": (0,), "odd evenings (held out)": (1,), "all evenings": (0, 1)}
    for title, rests in waves.items():
        some = [found for found in results if found.wave % 2 in rests]
        left = sum(found.left for found in some)
        before, after = (100 * sum(getattr(r, key) for r in some) / left for key in ("before", "after"))
        means = [100 * sum(getattr(r, key) / r.left for r in some) / len(some) for key in ("before", "after")]
        yield f"  {title:24} {len(some):3} raters, {left:4} meetings: {before:.1f} -> {after:.1f} %"
        yield f"  {'':24} mean over raters: {means[0]:.1f} -> {means[1]:.1f} %"
    kinds = Counter(kind for found in results for kind in found.kinds)
    yield f"  with a proposal: {sum(bool(found.kinds) for found in results)} of {len(results)} raters"
    yield f"  kinds: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}"


def main() -> None:
    """Both lessons with the support that the program asks for, and the first with less."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv", type=Path)
    raters = evenings(parser.parse_args().csv)
    for support in (SUPPORT, 1):
        for learnt, least in LESSONS:
            print(f"learnt from the first {learnt} decisions, a change supported by {support} or more:")
            print("\n".join(report([result(met, learnt, support) for met in raters if len(met) >= least])))


if __name__ == "__main__":
    sys.exit(main())
