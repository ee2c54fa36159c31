"""The likely human cause of a YAML error.

A parser complains where it gives up, often a line below the slip and in words that help nobody. So each slip that
people make with a Japanese keyboard is looked for at and above that line, mended in a copy, and believed only if the
mended copy gets past the error. What YAML accepts but nobody means (`　- name: 田中` is a key to it) is named here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.reader.fences import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MARKS = re.compile(r"(?:[ \t　]|-(?=[ \t　]))*")  # indentation and list marks
_FOREIGN = re.compile(r"[\t　]")
_DASH = re.compile(rf"[{DASHES}][ 　]*(?=\S)")
_KEY = r"[^\s:：#\"'\[\]{},&*!|>%@`-][^:：、。]{0,40}?"
_WIDE_COLON = re.compile(rf"({_KEY})：[ \t　]*(.*)")
_WIDE_SPACE = re.compile(rf"({_KEY}):　[ \t　]*(.*)")
_NO_SPACE = re.compile(r"([^\s:：#\"'\[\]{},&*!|>%@`-][^\s:：、。]{0,40}?):(?!//)(\S.*)")
_LINK = re.compile(r"((?:[^:]{1,60}?:[ \t]+)?)(\[\[.*\]\].*)")
_SECOND_COLON = re.compile(r"([^:]{1,60}?:[ \t]+)([^\s\"'\[{|>&*!%@`#].*?)(?=:(?:[ \t]|$))")
_PROSE_COLON = re.compile(r"([^:]*[、。 　][^:]*)(?=:(?:[ \t]|$))")

_KEY_SLIP = re.compile(rf"(?P<space>　)|-[ ]*(?P<after>　)|(?P<dash>[{DASHES}])")
_TEXT_SLIP = re.compile(rf"[ ]*(?:(?P<space>　)　*[-{DASHES}] |-(?P<after>　)|(?P<dash>[{DASHES}])[ 　])")
_TEXT_DASH = re.compile(rf"[ ]*(?P<dash>[{DASHES}])")
_ANY_DASH = re.compile(rf"[ ]*[-{DASHES}]")
_LONG_KEY = re.compile(rf"({_KEY})(?:(?P<colon>：)(?P<quote>[\"']?)|:　)")
_SLIP_NAMES = {"space": "yaml-full-width-space", "after": "yaml-full-width-space", "dash": "yaml-full-width-dash"}
#: What a text or key that is one of these slips begins with; a set, because this is asked for every scalar.
SUSPECT = frozenset(f"-　{DASHES}")

_INDENT_WIDTHS = (2, 1, 4, 8)
_LINES_ABOVE = 200
_MOST_SLIPS = 10
_MOST_ATTEMPTS = 300
_MOST_CHARACTERS = 2_000_000  # so that a large file costs a second at most


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a parser gave up (line from 0), and what to report at which position if no slip explains it."""

    stuck: int
    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at a line and column, both from 0. `mends` are ways in which its line may have been meant."""

    name: str
    line: int
    column: int
    mends: tuple[str, ...] = ()
    indents: bool = False


def diagnose(text: str, fault: Fault, check: Callable[[str], Fault | None]) -> tuple[list[Slip], str | None]:
    """All slips that surely are ones, and the mended text if nothing else is wrong with it.

    `check` tells where a text stops being YAML. No slip found means: report the fault itself.
    """
    search = _Search(check, min(_MOST_ATTEMPTS, _MOST_CHARACTERS // (len(text) + 1) + 1))
    found: list[Slip] = []
    lines, rest = text.split("\n"), fault
    while len(found) < _MOST_SLIPS:
        cure = search.cure(lines, rest, goal=rest.stuck)
        if cure is None:
            break
        found += cure.slips
        lines = cure.lines
        if cure.rest is None:
            return found, "\n".join(lines)
        rest = cure.rest
    return found, None


@dataclass(frozen=True, slots=True)
class _Cure:
    """Slips, the lines with all of them mended, and the next fault, which has nothing to do with them."""

    slips: list[Slip]
    lines: list[str]
    rest: Fault | None


@dataclass(slots=True)
class _Search:
    """Mends by trial; `attempts` are left."""

    check: Callable[[str], Fault | None]
    attempts: int

    def cure(self, lines: list[str], fault: Fault, goal: int, above: int = -1) -> _Cure | None:
        """The slips below the line `above` that, mended, get the parser past the line `goal`.

        Where every line of a contact has the same slip, mending the first only moves the error to the second.
        """
        for slip, mend in _candidates(lines, fault.stuck, above):
            if self.attempts <= 0:
                break
            self.attempts -= 1
            mended = [*lines[: slip.line], mend, *lines[slip.line + 1 :]]
            rest = self.check("\n".join(mended))
            if rest is None or rest.stuck > goal:
                return _Cure([slip], mended, rest)
            more = self.cure(mended, rest, goal, slip.line) if rest.stuck > slip.line else None
            if more:
                return _Cure([slip, *more.slips], more.lines, more.rest)
        return None


def without_runs(slips: Iterable[Slip]) -> list[Slip]:
    """One slip a line, and of neighbouring lines with the same wrong indentation the first: it mends them all."""
    kept: list[Slip] = []
    last: Slip | None = None
    for slip in sorted(slips, key=lambda slip: (slip.line, slip.column)):
        same_run = last and last.indents and slip.indents and last.name == slip.name and slip.line == last.line + 1
        if not same_run and (not kept or slip.line != kept[-1].line):
            kept.append(slip)
        last = slip
    return kept


def in_key(key: str, line: int, column: int) -> Slip | None:
    """The slip that made a key of what was meant as indentation or a list mark."""
    return _named(_KEY_SLIP.match(key), line, column)


def in_long_key(key: str, line: int, column: int, *, empty: bool) -> Slip | None:
    """The full-width colon or space that made a key of a key and its value; `empty` says that no value is left."""
    hit = _LONG_KEY.match(key)
    if hit is None or (hit["colon"] and not empty and not hit["quote"]):
        return None  # a sentence with a colon of either width, perhaps, but no field of a table
    name = "yaml-full-width-colon" if hit["colon"] else "yaml-full-width-space"
    return Slip(name, line, column + hit.end(1) + (hit["colon"] is None))


def in_text(lines: list[str], first: int) -> list[Slip]:
    """The slips that made one text of what was meant as items of a list; its lines hold nothing else."""
    found = [_named(_TEXT_SLIP.match(line), number, 0) for number, line in enumerate(lines, first)]
    if not found[0] and len(lines) > 1 and all(_ANY_DASH.match(line) for line in lines):
        found = [_named(_TEXT_DASH.match(line), number, 0) for number, line in enumerate(lines, first)]
    return [slip for slip in found if slip] if found[0] else []


def in_loose_lines(lines: list[str]) -> Iterator[Slip]:
    """The slips by which a whole table became one text, such as `name：田中` and nothing else."""
    for number, line in enumerate(lines):
        yield from (slip for slip in _on_line(number, line) if slip.name.startswith("yaml-full-width"))


def _named(hit: re.Match[str] | None, line: int, column: int) -> Slip | None:
    if hit is None or hit.lastgroup is None:
        return None
    column += hit.start(hit.lastgroup)
    return Slip(_SLIP_NAMES[hit.lastgroup], line, column, indents=hit.lastgroup == "space")


def _candidates(lines: list[str], stuck: int, above: int) -> Iterator[tuple[Slip, str]]:
    """Possible slips, each with one way to mend it, from the line of the error upwards."""
    below = min(stuck, len(lines) - 1)
    for number in range(below, max(above, below - _LINES_ABOVE), -1):
        for slip in _on_line(number, lines[number], _indents(lines, number)):
            yield from ((slip, mend) for mend in slip.mends)


def _on_line(number: int, line: str, indents: Iterable[str] = ()) -> Iterator[Slip]:
    """What may be a slip on this line if it stands where a key or an item is expected; the first is the likeliest.

    `indents` are the indentations that neighbouring lines suggest.
    """
    marks = _MARKS.match(line)
    start = marks.end() if marks else 0
    rests = list(_in_rest(line[start:]))
    for name, column, ends in rests:
        yield Slip(name, number, start + column, tuple(line[:start] + end for end in ends))
    foreign = _FOREIGN.search(line, 0, start)
    if foreign:
        name = "yaml-tab" if foreign.group() == "\t" else "yaml-full-width-space"
        ends = [line[start:], *(mend for _, _, mends in rests for mend in mends)]
        mends = tuple(begin + end for end in ends for begin in _unforeign(line[:start], indents))
        yield Slip(name, number, foreign.start(), mends, indents="-" not in line[: foreign.start()])


def _unforeign(marks: str, indents: Iterable[str]) -> list[str]:
    """Ways to write indentation and list marks with spaces alone."""
    widened = [marks.replace("\t", " " * width).replace("　", " " * width) for width in _INDENT_WIDTHS]
    list_marks = marks.lstrip(" \t　")
    return widened + [indent + _FOREIGN.sub(" ", list_marks) for indent in indents]


def _indents(lines: list[str], number: int) -> list[str]:
    """The indentations of the lines above and below, and one step further in."""
    near = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    found = [line[: len(line) - len(line.lstrip(" "))] for line in near]
    return [*found, *(f"{indent}  " for indent in found)]


def _in_rest(rest: str) -> Iterator[tuple[str, int, list[str]]]:
    """Name, offset and mended versions of each possible slip behind the indentation and the list marks."""
    dash = _DASH.match(rest)
    if dash:
        rest = rest[dash.end() :]
        yield "yaml-full-width-dash", 0, [f"- {rest}", *(f"- {end}" for _, _, ends in _in_pair(rest) for end in ends)]
    else:
        yield from _in_pair(rest)


def _in_pair(rest: str) -> Iterator[tuple[str, int, list[str]]]:
    """The same for a key with its value, or a text, alone."""
    for name, pattern, offset in _SEPARATORS:
        hit = pattern.match(rest)
        if hit:
            ends = [f"{hit[1]}: {hit[2]}", f"{hit[1]}: {_quoted(hit[2])}"]
            yield name, hit.end(1) + offset, ends
    link = _LINK.match(rest)
    if link:
        yield "yaml-unquoted-link", link.start(2), [link[1] + _quoted(link[2])]
    second = _SECOND_COLON.match(rest)
    if second:
        yield "yaml-unquoted-colon", second.end(), [second[1] + _quoted(rest[second.start(2) :])]
    prose = _PROSE_COLON.match(rest)
    if prose:
        yield "yaml-unquoted-colon", prose.end(), [f"{prose[1]}：{rest[prose.end() + 1 :]}"]


#: How a key may be parted from its value wrongly; the offset leads from the key's end to the character to blame.
_SEPARATORS = (
    ("yaml-full-width-colon", _WIDE_COLON, 0),
    ("yaml-full-width-space", _WIDE_SPACE, 1),
    ("yaml-syntax", _NO_SPACE, 0),
)


def _quoted(text: str) -> str:
    return "'" + text.rstrip().replace("'", "''") + "'"
