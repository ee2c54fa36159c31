"""The fields of a file of messages (`messages.yml`): what a text is for, to whom it fits, and its lines."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from netjudge_plugin.model.messages import WHENS
from netjudge_plugin.reader.schema import Fields, Ja
from netjudge_plugin.reader.values import LISTED, TABLED, Format, Id, Line, Lines, chosen_of, problem

_SHAPE = WithJsonSchema({"type": ["string", "array"]})
#: More meetings than that are no condition, but a slip of the pen.
_MOST_MET = 99


def _line_of(value: Any) -> Any:  # noqa: ANN401 - whatever YAML held
    """A line, or the ways to put it."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) for text in texts):
        raise problem("value-not-text")
    return value


def _lines_of(value: Any) -> Any:  # noqa: ANN401
    """A text of lines, or a list of them."""
    if isinstance(value, str):
        if not value.strip():
            raise problem("value-empty")
        return value
    if not isinstance(value, list):
        raise problem("value-not-text")
    return [_line_of(line) for line in value]


def _count(value: Any) -> int:  # noqa: ANN401
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and int(value) <= _MOST_MET):
        raise problem("value-not-choice", choices=f"0–{_MOST_MET}")
    return int(value)


class MessageFields(Fields):
    """One text."""

    id: Annotated[Id, Ja("識別子")]
    name: Annotated[Line, Ja("名前")]
    when: Annotated[str, chosen_of({when: (word,) for when, word in WHENS.items()}), Ja("場面")]
    professions: Annotated[Lines, Ja("士業")] = Field(default_factory=list)
    layers: Annotated[Lines, Ja("距離感")] = Field(default_factory=list)
    met_at_least: Annotated[int, BeforeValidator(_count), Ja("会った日数")] = 0
    subject: Annotated[Any, BeforeValidator(_line_of), _SHAPE, Ja("件名")] = ""
    body: Annotated[Any, BeforeValidator(_lines_of), _SHAPE, Ja("本文")]


class MessagesFields(Fields):
    """The whole file."""

    format: Annotated[Format, Ja("形式")]
    me: Annotated[Line | None, Ja("自分")] = None
    messages: Annotated[list[Annotated[MessageFields, TABLED]], LISTED, Ja("文", MessageFields)] = Field(
        default_factory=list
    )
