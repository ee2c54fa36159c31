"""What is looked for, and how it is found: every secret becomes a few short runs of letters, sought all at once.

A text that says much by itself is looked for anywhere; one that says little (a tag, a topic, a short name) only where
it stands alone, between spaces, signs or tags: 相続 is a topic, and part of half the sentences of this trade. A long
text becomes overlapping runs, so that a part of it that somebody quoted is found too. What is shared is no secret where
it stands: 佐藤 inside a shared 佐藤 健一 is not a leak, 佐藤 alone beside him is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from netjudge_plugin.audience import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from netjudge_plugin.model.proof import Secret

_KANJI, _KANA, _LATIN = 4, 2, 1
#: From which weight on a text is looked for anywhere, by the kind of its field: three kanji or six kana of a name,
#: a clause of a note; of topics and the like only what is nearly a sentence.
_ANYWHERE = {"name": 12, "reading": 12, "address": 12, "email": 8, "file": 14}
_ANYWHERE_IN_GENERAL = {"topic": 28, "tag": 28, "place": 28, "title": 20, "firm": 20}
_ANYWHERE_FREE = 16
#: From which weight on a text is looked for where it stands alone; 東京 is no secret place.
_ALONE = {"name": 3, "reading": 4, "address": 4, "email": 3, "place": 16}
_ALONE_FREE = 8
#: What stands right behind a name, or behind a surname that points at somebody.
COURTESIES = ("先生", "さん", "さま", "様", "氏")
#: A number of fewer digits is an extension.
_DIGITS = 8
#: How much of a long text has to be quoted at least to be found: seven kanji, fourteen kana.
_RUN = 28


@dataclass(frozen=True, slots=True)
class Found:
    """A secret that stands in a text."""

    secret: int
    needle: str


class Needles:
    """All that is looked for, ready to be found in a text.

    `secrets` are the secrets, `shared` texts that may be shown, `known` texts that stand in every site: the theme's
    and the program's. `dropped` and `short` are the secrets for which nothing is left to look for.
    """

    def __init__(self, secrets: Sequence[Secret], shared: Iterable[str] = (), known: Iterable[str] = ()) -> None:
        """Cut the secrets into needles, without those that are known or shared as a whole."""
        self.secrets = tuple(secrets)
        cut = [tuple(_needles(secret)) for secret in self.secrets]
        owners: dict[str, list[int]] = {}
        for nth, needles in enumerate(cut):
            for needle in needles:
                owners.setdefault(needle, []).append(nth)
        everything = _Sought(owners)
        public = {found for text in known for found, _, _ in everything.within(_words(text))}
        self._around: dict[str, list[tuple[str, int]]] = {}
        for words in {_words(text) for text in shared}:
            for needle, text, start in everything.within(words):
                if len(text.strip()) == len(needle.strip()):
                    public.add(needle)
                else:
                    self._around.setdefault(needle, []).append((text, start))
        self._owners = {needle: found for needle, found in owners.items() if needle not in public}
        self._sought = _Sought(self._owners)
        self.short = tuple(nth for nth, needles in enumerate(cut) if not needles)
        self.dropped = tuple(nth for nth, needles in enumerate(cut) if needles and public.issuperset(needles))

    def within(self, text: str) -> Iterator[Found]:
        """The secrets that stand in a text, as it is: nothing is decoded here."""
        if self._owners:
            yield from (found for found, _ in self.spots(_words(text)))

    def spots(self, words: str) -> Iterator[tuple[Found, int]]:
        """The secrets in a text that is `bounded` already, each with where its needle begins.

        One that begins with a space is counted in those words, any other in them without their spaces.
        """
        for needle, around, start in self._sought.within(words):
            if not self._is_shared(needle, around, start):
                yield from ((Found(nth, needle), start) for nth in self._owners[needle])

    def counts(self) -> Mapping[str, int]:
        """How many secrets of which kind are looked for."""
        left_out = {*self.short, *self.dropped}
        return Counter(secret.kind for nth, secret in enumerate(self.secrets) if nth not in left_out)

    def _is_shared(self, needle: str, text: str, start: int) -> bool:
        """Whether the needle stands there as a part of something shared."""
        return any(
            start >= before and text.startswith(shared, start - before)
            for shared, before in self._around.get(needle, ())
        )


class _Sought:
    """Needles of both kinds, found in the two forms of a text: those that begin with a space among the words."""

    def __init__(self, needles: Iterable[str]) -> None:
        self._forms = [
            (_automaton(some), some, alone)
            for alone in (False, True)
            if (some := [needle for needle in needles if needle.startswith(" ") is alone])
        ]

    def within(self, words: str) -> Iterator[tuple[str, str, int]]:
        """Each needle, with the form of the text that it stands in, and where."""
        for automaton, needles, alone in self._forms:
            text = words if alone else letters.dense(words)
            for nth, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
                yield needles[nth], text, start


def weight(text: str) -> int:
    """How much a text says by itself: a kanji as much as two kana or four Latin letters."""
    return sum(_LATIN if sign < "\u0370" else _KANJI if _is_kanji(sign) else _KANA for sign in text)


def _needles(secret: Secret) -> Iterator[str]:
    if secret.kind == "phone":
        yield from dict.fromkeys(f" {number} " for number in _numbers(secret.text))
        return
    words = _words(letters.decoded(secret.text))
    text = letters.dense(words)
    heavy = weight(text)
    anywhere = _ANYWHERE.get(secret.kind) or _ANYWHERE_IN_GENERAL.get(secret.kind, _ANYWHERE_FREE)
    if heavy < anywhere:
        if heavy >= _ALONE.get(secret.kind, _ALONE_FREE):
            yield from dict.fromkeys((words, f" {text} "))
            if secret.kind == "name":
                called = dict.fromkeys((words.rstrip(), f" {text}"))
                yield from (f"{name}{title}" for name in called for title in COURTESIES)
    elif heavy < _RUN * 3 // 2 or secret.kind in _ANYWHERE:
        yield text
    else:
        yield from dict.fromkeys(_runs(text))


def _numbers(phone: str) -> Iterator[str]:
    """The ways to write a number, at home and from abroad; a mere row of digits stands in tables of noughts too."""
    groups = re.findall(r"\d+", letters.folded(phone))
    if groups[:1] == ["81"]:
        groups[:2] = ["0" + "".join(groups[1:2]).removeprefix("0")]
    digits = "".join(groups)
    if len(digits) < _DIGITS:
        return
    for parts in ([digits], groups, [digits[:-8], digits[-8:-4], digits[-4:]]):
        yield " ".join(parts)
        yield " ".join(["81", *parts]).replace("81 0", "81 ", 1)
        yield "81" + " ".join(parts).removeprefix("0")


def _runs(text: str) -> Iterator[str]:
    """Runs of the text of the same weight, each beginning in the middle of the one before, and its very end."""
    start = end = heavy = 0
    while True:
        while heavy < _RUN and end < len(text):
            heavy += weight(text[end])
            end += 1
        if heavy < _RUN:
            break
        yield text[start:end]
        while heavy > _RUN // 2:
            heavy -= weight(text[start])
            start += 1
    while heavy < _RUN and start > 0:
        start -= 1
        heavy += weight(text[start])
    yield text[start:]


def _words(text: str) -> str:
    return letters.bounded(text)


def _is_kanji(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or sign in "々〆" or sign >= "\U00020000" or "\uf900" <= sign <= "\ufaff"


def _automaton(needles: Sequence[str]) -> AhoCorasick:
    return AhoCorasick(needles, implementation=Implementation.ContiguousNFA, store_patterns=False)
