"""The fields: one table for the checks, the JSON Schema that editors complete from, the manual and `netjudge new`.

Each field has its English id and its Japanese word, so that a file can be written wholly in either language. What a
field may hold is said in `values`. The texts about the fields stand in the catalogue (`fields.*`), and a test proves
that table, catalogue and manual agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from netjudge_plugin.reader.values import (
    LISTED,
    LISTED_OR_ONE,
    TABLED,
    Block,
    Day,
    Direction,
    Distance,
    Flag,
    Id,
    Impressions,
    Kana,
    Kind,
    Line,
    Lines,
    Name,
    Share,
)


@dataclass(frozen=True, slots=True)
class Ja:
    """The Japanese word of a field, and for a field of tables what those are made of.

    Where `empty_counts`, a field left empty is a mistake; elsewhere it is as good as not there. Where not `many`, the
    field holds one table instead of a list of them.
    """

    word: str
    parts: type[Fields] | None = None
    empty_counts: bool = False
    many: bool = True


class Fields(BaseModel):
    """A table of the journal. Unknown keys never come here: `reader.entries` names them and leaves them out."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    words: ClassVar[dict[str, str]] = {}
    parts: ClassVar[dict[str, type[Fields]]] = {}
    lists: ClassVar[frozenset[str]] = frozenset()
    empty_counts: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Index the Japanese words and the parts of the new table once."""
        marks = {name: next(m for m in info.metadata if isinstance(m, Ja)) for name, info in cls.model_fields.items()}
        cls.words = {name: mark.word for name, mark in marks.items()}
        cls.parts = {name: mark.parts for name, mark in marks.items() if mark.parts}
        cls.lists = frozenset(name for name, mark in marks.items() if mark.parts and mark.many)
        cls.empty_counts = frozenset(name for name, mark in marks.items() if mark.empty_counts)


def _promise(value: Any) -> Any:  # noqa: ANN401
    """A promise, also as a single text."""
    return {"what": value} if isinstance(value, str) else value


class PromiseFields(Fields):
    """A promise given in full."""

    what: Annotated[Line, Ja("内容")]
    by: Annotated[Day | None, Ja("期日")] = None
    done: Annotated[Flag, Ja("済")] = False


class DecisionFields(Fields):
    """A decision of the person file: no meeting, but my own verdict or the release of a sign."""

    date: Annotated[Day, Ja("日付")]
    decision: Annotated[Line | None, Ja("判断")] = None
    reason: Annotated[Line | None, Ja("理由")] = None
    until: Annotated[Day | None, Ja("期限")] = None
    released: Annotated[Lines, Ja("解除")] = Field(default_factory=list)


class ExchangeFields(Fields):
    """A message, a call or a meeting after the event."""

    date: Annotated[Day, Ja("日付")]
    direction: Annotated[Direction, Ja("向き")]
    via: Annotated[Line | None, Ja("手段")] = None
    note: Annotated[Block | None, Ja("メモ")] = None
    impressions: Annotated[Impressions, Ja("印象")] = Field(default_factory=list)


class ContactFields(Fields):
    """A person met at an event."""

    person: Annotated[Name, Ja("名前")]
    id: Annotated[Id | None, Ja("識別子")] = None
    reading: Annotated[Kana | None, Ja("読み")] = None
    profession: Annotated[Lines, Ja("士業")] = Field(default_factory=list)
    firm: Annotated[Line | None, Ja("事務所")] = None
    impressions: Annotated[Impressions, Ja("印象")] = Field(default_factory=list)
    unsure: Annotated[Lines, Ja("未確認")] = Field(default_factory=list)
    topics: Annotated[Lines, Ja("話題")] = Field(default_factory=list)
    note: Annotated[Block | None, Ja("メモ")] = None
    promise: Annotated[
        PromiseFields | None,
        BeforeValidator(_promise, json_schema_input_type=str | PromiseFields),
        Ja("約束", PromiseFields, many=False),
    ] = None
    decision: Annotated[Line | None, Ja("判断")] = None
    reason: Annotated[Line | None, Ja("理由")] = None
    until: Annotated[Day | None, Ja("期限")] = None
    released: Annotated[Lines, Ja("解除")] = Field(default_factory=list)


class EventFields(Fields):
    """An entry of the journal."""

    title: Annotated[Line | None, Ja("件名")] = None
    date: Annotated[Day, Ja("日付")]
    place: Annotated[Line | None, Ja("場所")] = None
    kind: Annotated[Kind, Ja("種類")] = "event"
    tags: Annotated[Lines, Ja("タグ")] = Field(default_factory=list)
    contacts: Annotated[
        list[Annotated[ContactFields, TABLED]] | None,
        LISTED,
        Ja("相手", ContactFields, empty_counts=True),
    ] = None
    attending: Annotated[list[Name] | None, LISTED_OR_ONE, Ja("参加予定")] = None
    share: Annotated[Share | None, Ja("共有")] = None
    confirmed: Annotated[Line | None, Ja("確認済み")] = None


class PersonFields(Fields):
    """A file under `people/`."""

    person: Annotated[Name, Ja("名前")]
    id: Annotated[Id | None, Ja("識別子")] = None
    reading: Annotated[Kana | None, Ja("読み")] = None
    profession: Annotated[Lines, Ja("士業")] = Field(default_factory=list)
    firm: Annotated[Line | None, Ja("事務所")] = None
    aliases: Annotated[list[Name], LISTED_OR_ONE, Ja("別名")] = Field(default_factory=list)
    not_same_as: Annotated[list[Name], LISTED_OR_ONE, Ja("別人")] = Field(default_factory=list)
    email: Annotated[Line | None, Ja("メール")] = None
    phone: Annotated[Line | None, Ja("電話")] = None
    honorific: Annotated[Line | None, Ja("敬称")] = None
    distance: Annotated[Distance | None, Ja("距離感")] = None
    note: Annotated[Block | None, Ja("メモ")] = None
    exchanges: Annotated[
        list[Annotated[ExchangeFields, TABLED]],
        LISTED,
        Ja("やり取り", ExchangeFields),
    ] = Field(default_factory=list)
    decisions: Annotated[
        list[Annotated[DecisionFields, TABLED]],
        LISTED,
        Ja("判断の記録", DecisionFields),
    ] = Field(default_factory=list)
    share: Annotated[Share | None, Ja("共有")] = None
    consent: Annotated[Day | None, Ja("同意")] = None
    share_note: Annotated[Line | None, Ja("共有メモ")] = None
    confirmed: Annotated[Line | None, Ja("確認済み")] = None


def json_schema(fields: type[Fields]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a front matter, each field under both of its names."""
    schema = fields.model_json_schema(mode="validation")
    tables = {"": fields, **{table.__name__: table for table in _tables(fields)}}
    for name, table in tables.items():
        part = schema["$defs"][name] if name else schema
        part["properties"] |= {word: part["properties"][field] for field, word in table.words.items()}
        part["allOf"] = [
            {"anyOf": [{"required": [field]}, {"required": [table.words[field]]}]} for field in part.pop("required", [])
        ]
    return schema


def _tables(fields: type[Fields]) -> list[type[Fields]]:
    inner = list(fields.parts.values())
    return inner + [deeper for table in inner for deeper in _tables(table)]
