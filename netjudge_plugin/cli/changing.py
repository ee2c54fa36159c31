"""The lines of `why` that look ahead: what would change the verdict, what to learn next, and who said all this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.views.whatif import change, questions

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.model.judgement import Judged, Judgement


def ahead(judged: Judged, looked: Looked) -> Iterator[str]:
    """What would make it contact, and one question each for the axes worth a look at the next meeting."""
    criteria, texts = looked.outlook.criteria, looked.words
    said = change(judged, criteria, texts, _day)
    if said:
        yield f"  {said}"
    asked = [texts.text("whatif.line.question", axis=one.axis, ask=one.asks[0]) for one in questions(judged, criteria)]
    if asked:
        together = texts.text("whatif.line.between").join(asked)
        yield "  " + texts.text("whatif.line.next", when=texts.text("whatif.next"), questions=together)


def made_by(now: Judgement, looked: Looked) -> Iterator[str]:
    """The criteria that judged, by name and content."""
    yield ""
    yield looked.words.text("whatif.made_by", name=now.made_by.name, digest=now.made_by.digest)


def _day(date: datetime.date) -> str:
    return date.isoformat()
