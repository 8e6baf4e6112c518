"""Shapes: what a value in a file must look like, declared once.

From one declaration come the reading of a value, with every problem placed, and the JSON Schema that editors use. A
shape reads a node into what the model wants (text with its facts filled in, prose, citations) or reports what is wrong
and gives None; a record then takes the field's default, so that everything else in it is still examined.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from guide_tui.library.markdown import read_markdown
from guide_tui.library.nodes import Mapping, Node, Scalar, Sequence
from guide_tui.library.reading import KEBAB, Reading
from guide_tui.library.spelling import suggestion
from guide_tui.model.characters import shown
from guide_tui.model.period import Period, Unit
from guide_tui.model.prose import Prose

T = TypeVar("T")

JsonSchema = dict[str, Any]
"""A JSON Schema, draft 2020-12, as plain data."""


class Shape(ABC):
    """What a value looks like."""

    default: Any = None
    """What an optional field holds that is not given."""

    @abstractmethod
    def read(self, node: Node, at: Node, reading: Reading) -> Any:
        """What the node stands for; None, reported, where it has another shape.

        Args:
            node: The value.
            at: What introduces it: its key, or itself where it is an item of a list.
            reading: The file it is in.
        """

    @abstractmethod
    def schema(self) -> JsonSchema:
        """The shape as a JSON Schema."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    shape: Shape
    doc: str
    """What an author writes there, for editors and messages."""

    required: bool = False
    attribute: str = ""
    """What the model calls it, where that differs from the key."""


class Text(Shape):
    """One line of text; ``{fact}`` is filled in."""

    default = ""

    def __init__(self, *, filled: bool = True) -> None:
        self.filled = filled

    def read(self, node: Node, at: Node, reading: Reading) -> str | None:
        """The text, white space made single spaces."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "a text", reading)
            return None
        text = reading.text(node) if self.filled else " ".join(node.text.split())
        if not text:
            refuse_empty(at, reading)
            return None
        return text

    def schema(self) -> JsonSchema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1}


class Markdown(Shape):
    """Prose, written in the small Markdown that content uses."""

    default = Prose()

    def read(self, node: Node, at: Node, reading: Reading) -> Prose | None:
        """The prose."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "a text", reading)
            return None
        if not node.text.strip():
            refuse_empty(at, reading)
            return None
        reading.warn_of_lost_comment(node)
        return read_markdown(node.text, reading, node.mark.index, node.end.index)

    def schema(self) -> JsonSchema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1}


class Identifier(Shape):
    """The id of something in the same file; whoever reads the record looks it up."""

    def read(self, node: Node, at: Node, reading: Reading) -> Scalar | None:
        """The node, whose text is an id."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "an id", reading)
            return None
        if not node.text:
            refuse_empty(at, reading)
            return None
        return node

    def schema(self) -> JsonSchema:
        """A text in kebab-case."""
        return {"type": "string", "pattern": f"^{KEBAB.pattern}$"}


class Reference(Shape):
    """The id of something elsewhere in the library."""

    default = ""

    def __init__(self, kind: str, code: str, thing: str, consequence: str) -> None:
        """A reference to ``thing``.

        Args:
            kind: The field of Names that holds what exists.
            code: The code of the problem where it does not exist.
            thing: "a role of content/about.yaml".
            consequence: "nobody would know whom to ask".
        """
        self.kind = kind
        self.code = code
        self.thing = thing
        self.consequence = consequence

    def read(self, node: Node, at: Node, reading: Reading) -> str | None:
        """The id."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "an id", reading)
            return None
        if not node.text:
            refuse_empty(at, reading)
            return None
        what = f"{shown(node.text)} is not {self.thing}, so {self.consequence}"
        return node.text if reading.knows(self.kind, node.text, node, self.code, what) else None

    def schema(self) -> JsonSchema:
        """A text in kebab-case."""
        return {"type": "string", "pattern": f"^{KEBAB.pattern}$"}


class Cite(Shape):
    """A citation."""

    def read(self, node: Node, at: Node, reading: Reading) -> Any:
        """The citation."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "a citation", reading)
            return None
        return reading.citation(node)

    def schema(self) -> JsonSchema:
        """Two ids with a slash between them."""
        return {"type": "string", "pattern": f"^{KEBAB.pattern}/{KEBAB.pattern}$"}


class Flag(Shape):
    """``true`` or ``false``."""

    default = False

    def read(self, node: Node, at: Node, reading: Reading) -> bool | None:
        """The truth value."""
        text = node.text if type(node) is Scalar else ""
        if text in ("true", "false"):
            return text == "true"
        refuse_kind(node, at, "true or false", reading)
        return None

    def schema(self) -> JsonSchema:
        """A truth value."""
        return {"type": "boolean"}


class Whole(Shape):
    """A whole number."""

    pattern = re.compile(r"-?[0-9]{1,9}")

    def read(self, node: Node, at: Node, reading: Reading) -> int | None:
        """The number."""
        if type(node) is Scalar and self.pattern.fullmatch(node.text):
            return int(node.text)
        refuse_kind(node, at, "a whole number of at most nine digits", reading)
        return None

    def schema(self) -> JsonSchema:
        """An integer."""
        return {"type": "integer"}


class OneOf(Shape):
    """One of a few words."""

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words
        self.members = {member.value: member for member in words}

    def read(self, node: Node, at: Node, reading: Reading) -> StrEnum | None:
        """The member of the enumeration."""
        if type(node) is not Scalar:
            refuse_kind(node, at, "one word", reading)
            return None
        found = self.members.get(node.text)
        if found is None:
            name = at.text if type(at) is Scalar else "this"
            what = f"{shown(name)} cannot be {shown(node.text)}"
            remedy = suggestion(node.text, self.members)
            reading.report.error("unknown-word", node, what, remedy)
        return found

    def schema(self) -> JsonSchema:
        """The words."""
        return {"enum": list(self.members)}


class Many(Shape):
    """A list; a single item may stand alone where that is said."""

    default: tuple[Any, ...] = ()

    def __init__(self, item: Shape, *, alone: bool = False) -> None:
        self.item = item
        self.alone = alone

    def read(self, node: Node, at: Node, reading: Reading) -> tuple[Any, ...] | None:
        """What the items stand for, as a tuple; faulty items are left out."""
        read = self.item.read
        if type(node) is Sequence:
            found = []
            for item in node.items:
                one = read(item, item if type(item) is Mapping else at, reading)
                if one is not None:
                    found.append(one)
            return tuple(found)
        if self.alone and not (type(node) is Scalar and not node.text):
            one = read(node, node if type(node) is Mapping else at, reading)
            return None if one is None else (one,)
        refuse_kind(node, at, "a list", reading)
        return None

    def schema(self) -> JsonSchema:
        """An array, or an item."""
        many = {"type": "array", "items": self.item.schema()}
        return {"anyOf": [self.item.schema(), many]} if self.alone else many


class ByKind(Shape):
    """A value that may be a text, a list or a mapping, each with a shape of its own."""

    def __init__(
        self, expected: str, *, text: Shape | None = None, many: Shape | None = None, mapping: Shape | None = None
    ) -> None:
        self.expected = expected
        self.shapes: dict[type[Node], Shape] = {
            kind: shape for kind, shape in ((Scalar, text), (Sequence, many), (Mapping, mapping)) if shape
        }

    def read(self, node: Node, at: Node, reading: Reading) -> Any:
        """What the shape of the node's kind reads."""
        shape = self.shapes.get(type(node))
        if shape is None:
            refuse_kind(node, at, self.expected, reading)
            return None
        return shape.read(node, at, reading)

    def schema(self) -> JsonSchema:
        """Any of the shapes."""
        return {"anyOf": [shape.schema() for shape in self.shapes.values()]}


class Kept(Shape):
    """A value that is examined now and interpreted later, when everything it may refer to has been read."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, node: Node, at: Node, reading: Reading) -> Node | None:
        """The node itself, where it has the shape."""
        before = reading.report.errors
        self.shape.read(node, at, reading)
        return node if reading.report.errors == before else None

    def schema(self) -> JsonSchema:
        """The shape's own."""
        return self.shape.schema()


class Record(Shape):
    """A mapping with known keys.

    What it reads is a dictionary with every field, defaults included, or what ``build`` makes of it.
    """

    def __init__(
        self,
        title: str,
        fields: MappingType[str, Field],
        *,
        build: Callable[..., Any] | None = None,
        named: bool = False,
        placed: bool = False,
    ) -> None:
        """A record.

        Args:
            title: What it describes, for messages: "an option".
            fields: By key.
            build: Called with the fields as keywords.
            named: Whether the key that introduces it is its ``id``.
            placed: Whether ``build`` wants its ``place``.
        """
        self.title = title
        self.fields = fields
        self.build = build
        self.named = named
        self.placed = placed
        self.required = frozenset(key for key, field in fields.items() if field.required)
        self._readers = {key: (field.attribute or key, field.shape.read) for key, field in fields.items()}
        self._defaults = {field.attribute or key: field.shape.default for key, field in fields.items()}

    def read(self, node: Node, at: Node, reading: Reading) -> Any:
        """The fields, whatever is wrong with some of them; None where the node is no mapping."""
        if type(node) is not Mapping:
            refuse_kind(node, at, "a mapping of keys and values", reading)
            return None
        values = dict(self._defaults)
        readers = self._readers
        for key, (key_node, value) in node.pairs.items():
            reader = readers.get(key)
            if reader is None:
                self._refuse_key(key_node, reading)
                continue
            found = reader[1](value, key_node, reading)
            if found is not None:
                values[reader[0]] = found
        if not self.required <= node.pairs.keys():
            self._miss(node, at, reading)
        if self.named:
            values["id"] = at.text if type(at) is Scalar else ""
        if self.placed:
            values["place"] = reading.place(at)
        return self.build(**values) if self.build else values

    def _refuse_key(self, key: Scalar, reading: Reading) -> None:
        what = f"{self.title} has no key {shown(key.text)}, so what stands there would be ignored"
        reading.report.error("unknown-key", key, what, suggestion(key.text, self.fields))

    def _miss(self, node: Mapping, at: Node, reading: Reading) -> None:
        name = f" {shown(at.text)}" if self.named and type(at) is Scalar else ""
        title = self.title.removeprefix("a ").removeprefix("an ")
        for key, field in self.fields.items():
            if field.required and key not in node.pairs:
                what = f'the {title}{name} has no "{key}", and cannot do without'
                reading.report.error("missing-key", at, what, f'Add "{key}": {field.doc}')

    def schema(self) -> JsonSchema:
        """An object without further properties, each with its description."""
        properties = {key: {**field.shape.schema(), "description": field.doc} for key, field in self.fields.items()}
        title = self.title.removeprefix("a ").removeprefix("an ")
        schema: JsonSchema = {"title": title, "type": "object", "properties": properties, "additionalProperties": False}
        if self.required:
            schema["required"] = sorted(self.required)
        return schema


class Entries(Shape):
    """A mapping from ids that the author chooses to values of one shape."""

    def __init__(self, value: Shape, *, empty: bool = False, reserved: MappingType[str, str] | None = None) -> None:
        """Values by id.

        Args:
            value: What each one looks like.
            empty: Whether there may be none.
            reserved: Words that cannot be an id, with the reason.
        """
        self.value = value
        self.empty = empty
        self.reserved = reserved or {}

    def read(self, node: Node, at: Node, reading: Reading) -> dict[str, Any]:
        """What each value stands for, by id; faulty ones may be left out."""
        if type(node) is not Mapping:
            refuse_kind(node, at, "a mapping from ids to values", reading)
            return {}
        if not node.pairs and not self.empty:
            refuse_empty(at, reading)
        values = {}
        for key, (key_node, value) in node.pairs.items():
            found = self._entry(key_node, value, reading)
            if found is not None:
                values[key] = found
        return values

    def sound(self, node: Mapping, reading: Reading, finish: Callable[[Any], T]) -> dict[str, T]:
        """What ``finish`` makes of each value, by id, for those in which neither it nor the shape found an error."""
        values = {}
        for key, (key_node, value) in node.pairs.items():
            before = reading.report.errors
            found = self._entry(key_node, value, reading)
            if found is not None:
                finished = finish(found)
                if reading.report.errors == before:
                    values[key] = finished
        return values

    def _entry(self, key: Scalar, value: Node, reading: Reading) -> Any:
        if not KEBAB.fullmatch(key.text):
            what = f"{shown(key.text)} cannot be an id, and nothing could refer to it"
            reading.report.error("not-an-id", key, what, "Use small letters, digits and single hyphens.")
        elif key.text in self.reserved:
            what = f'"{key.text}" cannot be an id here, because {self.reserved[key.text]}'
            reading.report.error("reserved-id", key, what, "Choose another id.")
        return self.value.read(value, key, reading)

    def schema(self) -> JsonSchema:
        """An object whose keys are ids."""
        schema: JsonSchema = {
            "type": "object",
            "propertyNames": {"pattern": f"^{KEBAB.pattern}$"},
            "additionalProperties": self.value.schema(),
        }
        if not self.empty:
            schema["minProperties"] = 1
        return schema


_PERIOD = re.compile(r"([0-9]{1,5}) ((?:working )?day|week|month|year)s?")


def read_period(text: str) -> Period | None:
    """The period that ``6 weeks`` or ``1 day`` names; None for anything else."""
    match = _PERIOD.fullmatch(text)
    return Period(int(match[1]), Unit(match[2] + "s")) if match else None


def refuse_kind(node: Node, at: Node, expected: str, reading: Reading) -> None:
    """Report a value of the wrong kind."""
    if type(node) is Scalar:
        found = shown(node.text) if node.text else "nothing"
    else:
        found = "a list" if type(node) is Sequence else "a mapping"
    name = shown(at.text) if type(at) is Scalar else "this item"
    reading.report.error("wrong-kind", node, f"{name} should be {expected}, not {found}")


def refuse_empty(at: Node, reading: Reading) -> None:
    """Report a value that is not there."""
    name = shown(at.text) if type(at) is Scalar else "this item"
    reading.report.error(
        "empty", at, f"{name} is empty, so there would be nothing to show", "Fill it in or take it out."
    )
