"""How the rules carry real, dirty records: 5,744 first meetings, as journals on disk, judged and compared.

    python benchmarks/encounters.py ../shared/data/encounters.csv

Ratings become marks on axes by the thresholds in MARKS. They are written as front matter and read back through the
same path as any journal: one journal a rater (one person's evening), then one journal of all 14 evenings, in which
every pair is a person of its own. The data set is not part of this project; it comes from romance among students and
says nothing on whom a professional should call, only whether records get lost and how the rules separate decisions.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netjudge_plugin import pipeline
from netjudge_plugin.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: axis, column, and its marks: each from (or up to) that rating; the first that fits is taken.
MARKS = (
    ("心地よさ・違和感", "like", (("◎", 8.0), ("○", 7.0)), (("××", 4.0), ("×", 5.0))),
    ("会話の進め方", "fun", (("◎", 7.0), ("○", 6.0)), (("××", 3.0), ("×", 4.0))),
    ("将来のやり取り", "shar", (("◎", 6.0), ("○", 5.0)), (("××", 2.0), ("×", 3.0))),
    ("話題の共有しやすさ", "shar", (("◎", 7.0), ("○", 6.0)), (("×", 3.0),)),
    ("立場の尊重", "sinc", (("◎", 7.0), ("○", 6.0)), (("×", 3.0),)),
    ("無理のなさ", "prob", (("◎", 6.0), ("○", 4.0)), (("×", 1.0),)),
)
TODAY = datetime.date(2026, 11, 23)
FIRST_EVENING = datetime.date(2026, 6, 1)
VERDICTS = ("contact", "defer", "not_this_time")


class Row(NamedTuple):
    """One meeting: the evening, who rates whom (a label of our own), the ratings, and what was decided."""

    wave: int
    rater: int
    met: str
    ratings: dict[str, str]
    wanted: bool


def rows(file: Path) -> list[Row]:
    """Every row of the data set; the one without a partner's number is named by its position in the evening."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Row(int(r["wave"]), int(r["iid"]), r["pid"] or f"無番{r['order']}", r, r["dec"] == "1")
            for r in csv.DictReader(lines)
        ]


def mark(text: str, good: Iterable[tuple[str, float]], concern: Iterable[tuple[str, float]]) -> str | None:
    """The mark for a rating; None for an empty cell, which is unknown and not bad, and for the middle of the scale."""
    if not text:
        return None
    rating = float(text)
    return next(
        (sign for sign, least in good if rating >= least),
        next((sign for sign, most in concern if rating <= most), None),
    )


def contact(name: str, ratings: dict[str, str]) -> Iterator[str]:
    """The lines of one contact in a front matter."""
    yield f"  - 名前: {name}"
    marks = [(axis, mark(ratings[column], good, concern)) for axis, column, good, concern in MARKS]
    if any(sign for _, sign in marks):
        yield "    印象:"
        yield from (f"      - {axis}: {sign}" for axis, sign in marks if sign)


def date_of(wave: int) -> datetime.date:
    """The day on which an evening is said to have been."""
    return FIRST_EVENING + datetime.timedelta(days=7 * wave)


def write_event(folder: Path, wave: int, contacts: Iterable[tuple[str, dict[str, str]]]) -> None:
    """One evening as an entry of a journal."""
    date = date_of(wave)
    lines = ["---", f"件名: 第{wave}夜", f"日付: {date}", "相手:"]
    lines += [line for name, ratings in contacts for line in contact(name, ratings)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{date}-evening-{wave}.md").write_text("\n".join([*lines, "---", ""]), encoding="utf-8")


def judge(folder: Path) -> tuple[dict[str, str], Counter[str]]:
    """The verdict of everybody in a journal by name, and how often each diagnostic occurs."""
    outlook, _ = pipeline.look(Settings(journal_dir=folder, today=TODAY, clock=TODAY, purpose="benchmark"))
    verdicts = {person.name: outlook.judged[person.id].now.verdict for person in outlook.people}
    return verdicts, Counter(diagnostic.name for diagnostic in outlook.diagnostics)


def by_rater(data: list[Row], folder: Path) -> tuple[list[tuple[str, bool]], Counter[str]]:
    """(verdict, wanted) of every meeting, from one journal a rater."""
    evenings: dict[int, list[Row]] = defaultdict(list)
    for row in data:
        evenings[row.rater].append(row)
    found: list[tuple[str, bool]] = []
    said: Counter[str] = Counter()
    for rater, met in evenings.items():
        own = folder / f"rater-{rater}"
        write_event(own, met[0].wave, ((f"相手{row.met}", row.ratings) for row in met))
        verdicts, diagnostics = judge(own)
        found += [(verdicts[f"相手{row.met}"], row.wanted) for row in met]
        said += diagnostics
    return found, said


def all_at_once(data: list[Row], folder: Path) -> tuple[list[tuple[str, bool]], Counter[str]]:
    """The same from one journal of all evenings, in which every pair is a person."""
    evenings: dict[int, list[Row]] = defaultdict(list)
    for row in data:
        evenings[row.wave].append(row)
    for wave, met in evenings.items():
        write_event(folder, wave, ((f"第{row.rater}席と相手{row.met}", row.ratings) for row in met))
    verdicts, said = judge(folder)
    return [(verdicts[f"第{row.rater}席と相手{row.met}"], row.wanted) for row in data], said


def shares(found: list[tuple[str, bool]]) -> dict[str, tuple[float, float]]:
    """For each verdict its share of the meetings, and the share of those that were wanted, both in percent."""
    counts = Counter(verdict for verdict, _ in found)
    wanted = Counter(verdict for verdict, yes in found if yes)
    return {
        verdict: (100 * counts[verdict] / len(found), 100 * wanted[verdict] / counts[verdict]) for verdict in VERDICTS
    }


def report(title: str, data: list[Row], found: list[tuple[str, bool]], said: Counter[str], seconds: float) -> None:
    """Print what came out."""
    print(f"{title}: {len(found)} of {len(data)} meetings judged in {seconds:.1f} s")
    for verdict, (share, wanted) in shares(found).items():
        print(f"  {verdict:14} {share:5.1f} % of the meetings, {wanted:5.1f} % of them wanted")
    print("  diagnostics:", ", ".join(f"{name} {count}" for name, count in sorted(said.items())) or "none")


def main() -> None:
    """Both journals, from the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("csv", type=Path)
    data = rows(parser.parse_args().csv)
    for title, run in (("one journal a rater", by_rater), ("one journal of all", all_at_once)):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            found, said = run(data, Path(folder))
            report(title, data, found, said, time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
