"""The fields: one table for the checks, the JSON Schema that editors complete from, the manual and `netjudge new`.

Each field has its English id and its Japanese word, so that a file can be written wholly in either language. Scalars
come in as the strings they were; here they get their types. The texts about the fields stand in the catalogue
(`fields.*`), and a test proves that table, catalogue and manual agree.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from netjudge_plugin.reader.dates import DateError, read_date
from netjudge_plugin.reader.kana import is_kana
from netjudge_plugin.reader.names import usable
from netjudge_plugin.reader.romaji import valid_id

#: Choices: what the code calls it, and every way to write it (besides the id itself).
KINDS = {"event": ("交流会",), "study": ("勉強会",), "meeting": ("面談",), "call": ("電話",), "other": ("その他",)}
DIRECTIONS = {"out": ("こちらから",), "in": ("相手から",)}
DISTANCES = {"near": ("近い",), "steady": ("ほどよい",), "light": ("ゆるやか",), "annual": ("年に一度",)}
SHARES = {"team": ("事務所内",), "partners": ("事務所外",)}
FLAGS = {"true": ("はい", "yes"), "false": ("いいえ", "no")}
#: The versions of the examples' format.
FORMATS: dict[str, tuple[str, ...]] = {"1": ()}


def problem(name: str, **facts: str) -> PydanticCustomError:
    """What is wrong with a value, by the name of its diagnostic."""
    return PydanticCustomError(name, "see the catalogue", facts)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever YAML held
    if not isinstance(value, str):
        raise problem("value-not-text")
    if not value.strip():
        raise problem("value-empty")
    return value


def _line(value: Any) -> str:  # noqa: ANN401
    return " ".join(_text(value).split("\n")).strip()


def _name(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not usable(line):
        raise problem("name-unusable")
    return line


def _date(value: Any) -> datetime.date:  # noqa: ANN401
    try:
        return read_date(_text(value))
    except DateError as error:
        raise problem(error.name, **({"hint": error.hint} if error.hint else {})) from None


def _reading(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not is_kana(line):
        raise problem("reading-not-kana")
    return line


def _id(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not valid_id(line):
        raise problem("invalid-id")
    return line


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    """A list; a single text stands for a list of one, and nothing for an empty one."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if not isinstance(value, list):
        raise problem("value-not-list")
    return value


def _strict_list(value: Any) -> list[Any]:  # noqa: ANN401
    if isinstance(value, str) and not value.strip():
        raise problem("value-empty")
    if not isinstance(value, list):
        raise problem("value-not-list")
    return value


def _impression(value: Any) -> Any:  # noqa: ANN401
    """A word, or a table of axes with their marks."""
    if isinstance(value, dict):
        return {key: _text(mark) for key, mark in value.items()}
    return _line(value)


def _promise(value: Any) -> Any:  # noqa: ANN401
    return {"what": value} if isinstance(value, str) else value


def _table(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise problem("value-not-table")
    return value


def chosen_of(known: dict[str, tuple[str, ...]]) -> BeforeValidator:
    """One of the choices, written in any of its ways."""
    meant = {way: choice for choice, ways in known.items() for way in (choice, *ways)}

    def chosen(value: Any) -> str:  # noqa: ANN401
        line = _line(value)
        if line.casefold() not in meant:
            raise problem("value-not-choice", choices="\n".join(meant))
        return meant[line.casefold()]

    return BeforeValidator(chosen, json_schema_input_type=str)


def _chosen_from(known: dict[str, tuple[str, ...]]) -> WithJsonSchema:
    return WithJsonSchema({"enum": [way for choice, ways in known.items() for way in (*ways, choice)]})


def _flag(value: Any) -> bool:  # noqa: ANN401
    line = _line(value).casefold()
    meant = {way: flag for flag, ways in FLAGS.items() for way in (flag, *ways)}
    if line not in meant:
        raise problem("value-not-choice", choices="\n".join(meant))
    return meant[line] == "true"


_STRING = WithJsonSchema({"type": "string"})
Line = Annotated[str, BeforeValidator(_line), _STRING]
Block = Annotated[str, BeforeValidator(_text), _STRING]
Name = Annotated[str, BeforeValidator(_name), _STRING]
Day = Annotated[datetime.date, BeforeValidator(_date), _STRING]
Kana = Annotated[str, BeforeValidator(_reading), _STRING]
Id = Annotated[
    str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$"})
]
Lines = Annotated[list[Line], BeforeValidator(_list)]
Impressions = Annotated[
    list[
        Annotated[
            str | dict[str, str],
            BeforeValidator(_impression),
            WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
        ]
    ],
    BeforeValidator(_list),
]
Flag = Annotated[bool, BeforeValidator(_flag), _chosen_from(FLAGS)]
Kind = Annotated[str, chosen_of(KINDS), _chosen_from(KINDS)]
Direction = Annotated[str, chosen_of(DIRECTIONS), _chosen_from(DIRECTIONS)]
Distance = Annotated[str, chosen_of(DISTANCES), _chosen_from(DISTANCES)]
Share = Annotated[str, chosen_of(SHARES), _chosen_from(SHARES)]
Format = Annotated[str, chosen_of(FORMATS), _chosen_from(FORMATS)]
#: For fields of tables that stand in another file: one table, and a list of them.
TABLED, LISTED = BeforeValidator(_table), BeforeValidator(_strict_list)


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
        list[Annotated[ContactFields, BeforeValidator(_table)]] | None,
        BeforeValidator(_strict_list),
        Ja("相手", ContactFields, empty_counts=True),
    ] = None
    attending: Annotated[list[Name] | None, BeforeValidator(_list), Ja("参加予定")] = None
    share: Annotated[Share | None, Ja("共有")] = None
    confirmed: Annotated[Line | None, Ja("確認済み")] = None


class PersonFields(Fields):
    """A file under `people/`."""

    person: Annotated[Name, Ja("名前")]
    id: Annotated[Id | None, Ja("識別子")] = None
    reading: Annotated[Kana | None, Ja("読み")] = None
    profession: Annotated[Lines, Ja("士業")] = Field(default_factory=list)
    firm: Annotated[Line | None, Ja("事務所")] = None
    aliases: Annotated[list[Name], BeforeValidator(_list), Ja("別名")] = Field(default_factory=list)
    not_same_as: Annotated[list[Name], BeforeValidator(_list), Ja("別人")] = Field(default_factory=list)
    email: Annotated[Line | None, Ja("メール")] = None
    phone: Annotated[Line | None, Ja("電話")] = None
    honorific: Annotated[Line | None, Ja("敬称")] = None
    distance: Annotated[Distance | None, Ja("距離感")] = None
    note: Annotated[Block | None, Ja("メモ")] = None
    exchanges: Annotated[
        list[Annotated[ExchangeFields, BeforeValidator(_table)]],
        BeforeValidator(_strict_list),
        Ja("やり取り", ExchangeFields),
    ] = Field(default_factory=list)
    decisions: Annotated[
        list[Annotated[DecisionFields, BeforeValidator(_table)]],
        BeforeValidator(_strict_list),
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
