"""A proof in words: what was found and where, and what was looked through; never a word of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.proof import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.proof import Leak, Looked, Proof

#: More lines than this of one file help nobody.
_MOST_OF_A_FILE = 10


def lines(proof: Proof, words: Catalogue) -> Iterator[str]:
    """The findings, file by file, then what was looked through, then the answer."""
    by_file: dict[str, list[Leak]] = {}
    for leak in proof.leaks:
        by_file.setdefault(leak.file, []).append(leak)
    for file, leaks in by_file.items():
        yield from (f"{file}: {finding(leak, words)}" for leak in leaks[:_MOST_OF_A_FILE])
        if len(leaks) > _MOST_OF_A_FILE:
            yield words.text("prove.more", file=file, count=len(leaks) - _MOST_OF_A_FILE)
    if by_file:
        yield ""
    yield from looked(proof.looked, words)
    yield ""
    key = "prove.found" if proof.leaks else "prove.clean"
    yield words.text(key, count=len(proof.leaks))


def finding(leak: Leak, words: Catalogue) -> str:
    """What is wrong with a file, in words."""
    if leak.trouble is Trouble.UNPROVED and leak.detail:
        return words.text(f"prove.missing.{leak.detail}")
    if leak.trouble is not Trouble.SECRET:
        return words.text(f"prove.trouble.{leak.trouble}", detail=_detail(leak, words))
    kind = words.text(f"prove.kinds.{leak.kind}")
    disguise = words.text("lists.between").join(words.text(f"prove.disguises.{name}") for name in leak.disguise.split())
    key = "prove.trouble.secret-disguised" if disguise else "prove.trouble.secret"
    return words.text(key, kind=kind, place=str(leak.place), disguise=disguise)


def looked(what: Looked, words: Catalogue) -> Iterator[str]:
    """What was looked through, and for what."""
    between = words.text("lists.between")
    endings = sorted(what.files.items(), key=lambda item: (-item[1], item[0]))
    files = between.join(f"{ending or words.text('prove.no-ending')} {count}" for ending, count in endings)
    yield words.text("prove.files", count=sum(what.files.values()), size=_megabytes(what.size), files=files)
    kinds = sorted((words.text(f"prove.kinds.{kind}"), count) for kind, count in what.secrets.items())
    listed = between.join(f"{kind} {count}" for kind, count in kinds)
    yield words.text("prove.secrets", count=sum(what.secrets.values()), kinds=listed)
    if what.dropped:
        yield words.text("prove.dropped", count=what.dropped)
    if what.short:
        yield words.text("prove.short", count=what.short)
    if what.opaque:
        yield words.text("prove.opaque", files=between.join(what.opaque))


def _detail(leak: Leak, words: Catalogue) -> str:
    return words.text(f"prove.pictures.{leak.detail}") if leak.trouble is Trouble.PICTURE else leak.detail


def _megabytes(size: int) -> str:
    """A size in MB with one digit behind the point, without floats."""
    tenths = (size * 10 + 500_000) // 1_000_000
    return f"{tenths // 10}.{tenths % 10} MB"
