"""YAML as nodes that know where they stand.

Only the small part of YAML that content needs: mappings, lists and text. Scalars stay as written, so ``no`` is the text
"no" and ``12:30`` is not 750. The nodes are built from libyaml's events in one pass instead of composed: depth,
aliases and anchors are seen before anything is built from them, so the cost stays linear in the size of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from guide_tui.library.report import Report
from guide_tui.model.characters import FORBIDDEN, name_of, shown
from guide_tui.model.problem import Place

MOST_LEVELS = 50
"""How deeply values may be nested. Content needs eight."""


class Node:
    """A value in a YAML file.

    Attributes:
        mark: Where it begins, as libyaml counts: from 0.
    """

    __slots__ = ("mark",)

    mark: Any

    @property
    def line(self) -> int:
        """Counted from 1."""
        return int(self.mark.line) + 1

    @property
    def column(self) -> int:
        """Counted from 1, in characters."""
        return int(self.mark.column) + 1


class Scalar(Node):
    """A text.

    Attributes:
        text: The text as written, quotes and folding undone.
        end: Where it ends, as libyaml counts.
        plain: Whether it stands without quotes and block signs.
    """

    __slots__ = ("end", "plain", "text")

    def __init__(self, text: str, mark: Any, end: Any, plain: bool) -> None:
        self.text = text
        self.mark = mark
        self.end = end
        self.plain = plain


class Sequence(Node):
    """A list.

    Attributes:
        items: What it holds, in order.
    """

    __slots__ = ("items",)

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.items: list[Node] = []


class Mapping(Node):
    """Values by key.

    Attributes:
        pairs: The key's node and the value, by the text of the key, in the order written.
    """

    __slots__ = ("items", "pairs")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.items: list[Node] = []
        self.pairs: dict[str, tuple[Scalar, Node]] = {}


def parse(report: Report, text: str) -> Mapping | None:
    """The mapping that a YAML text holds at its top, or None where it cannot be read at all.

    Every fault goes to ``report``; where it can be passed over (a repeated key, an alias), the rest is still read.

    Args:
        report: Takes the problems.
        text: The beginning of ``report.text``, so that positions agree.
    """
    try:
        return _Builder(report).build(text)
    except yaml.MarkedYAMLError as error:
        _explain(report, text, error)
    except yaml.YAMLError:
        # The file reader has taken out every character that the YAML reader refuses, bar what no test has found.
        report.error("yaml-syntax", Place(report.file), "this file cannot be read as YAML, so nothing in it is used")
    return None


class _Builder:
    """Builds nodes from events. ``current`` is the collection that is open, ``parents`` those around it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.top = Sequence(None)
        self.current: Sequence | Mapping = self.top
        self.parents: list[Sequence | Mapping] = []
        self.documents = 0

    def build(self, text: str) -> Mapping | None:
        loader = yaml.CSafeLoader(text)
        try:
            return self._only(self.top) if self._read_all(loader.get_event) else None
        finally:
            loader.dispose()

    def _read_all(self, next_event: Callable[[], Any]) -> bool:
        """Whether the events could be read to their end. The commonest come first: this loop is most of the cost."""
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                node = Scalar(event.value, event.start_mark, event.end_mark, not event.style)
                if event.anchor or event.tag or event.style == '"':
                    self._examine(event, node)
                self.current.items.append(node)
            elif kind is MappingStartEvent:
                if not self._open(event, Mapping(event.start_mark)):
                    return False
            elif kind is MappingEndEvent:
                self._pair(self.current)
                self.current = self.parents.pop()
            elif kind is SequenceStartEvent:
                if not self._open(event, Sequence(event.start_mark)):
                    return False
            elif kind is SequenceEndEvent:
                self.current = self.parents.pop()
            elif kind is StreamEndEvent:
                return True
            elif not self._accept(event):
                return False

    def _open(self, event: Any, node: Sequence | Mapping) -> bool:
        if event.anchor or event.tag:
            self._examine(event, node)
        if len(self.parents) >= MOST_LEVELS:
            what = f"values are nested more than {MOST_LEVELS} levels deep here, so this file is not read"
            self.report.error("too-deep", node, what, "Content needs fewer than ten levels: close brackets and lists.")
            return False
        self.current.items.append(node)
        self.parents.append(self.current)
        self.current = node
        return True

    def _accept(self, event: Any) -> bool:
        """Whether reading can go on after one of the rare events."""
        if type(event) is AliasEvent:
            node = Scalar(f"*{event.anchor}", event.start_mark, event.end_mark, True)
            what = f"{shown(node.text)} is an alias, and aliases are not used in content, so it has no value"
            remedy = "Write the value out, or put the text in quotes if it begins with *."
            self.report.error("alias", node, what, remedy)
            self.current.items.append(node)
        elif type(event) is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                what = 'a second document begins here with "---", and a file holds one, so this file is not read'
                remedy = "Take the line out, or move what follows to a file of its own."
                self.report.error("second-document", Scalar("", event.start_mark, event.end_mark, True), what, remedy)
                return False
        return True

    def _only(self, top: Sequence) -> Mapping | None:
        if not top.items or (isinstance(top.items[0], Scalar) and not top.items[0].text):
            self.report.error("empty-file", Place(self.report.file), "this file is empty, so there is nothing to read")
        elif isinstance(top.items[0], Mapping):
            return top.items[0]
        else:
            kind = "a list" if isinstance(top.items[0], Sequence) else "text"
            what = f'this file holds {kind} where "key: value" lines are expected, so it cannot be read'
            self.report.error("not-a-mapping", top.items[0], what, "docs/format.md shows what each file looks like.")
        return None

    def _pair(self, mapping: Mapping | Sequence) -> None:
        if not isinstance(mapping, Mapping):  # pragma: no cover, since libyaml closes what it opened
            return
        items = iter(mapping.items)
        pairs = mapping.pairs
        for key, value in zip(items, items, strict=True):
            if type(key) is not Scalar:
                what = "a list or a mapping stands here where a key is expected, so its value cannot be found"
                self.report.error("key-not-text", key, what, "Write a plain word before the colon.")
            elif key.text in pairs:
                first = pairs[key.text][0]
                what = f"{shown(key.text)} is given twice (first in line {first.line}), so one of the two would be lost"
                self.report.error("duplicate-key", key, what, "Keep one of them.")
            else:
                pairs[key.text] = (key, value)
        mapping.items = []

    def _examine(self, event: Any, node: Node) -> None:
        """Report what only few nodes have: an anchor, a tag, or an escape that hides a character."""
        if event.anchor:
            what = f"{shown('&' + event.anchor)} is an anchor, and anchors are not used in content"
            self.report.error("anchor", node, what, "Take it out, or put the text in quotes if it begins with &.")
        if event.tag:
            what = f"{shown(event.tag)} is a tag, and tags are not used in content"
            self.report.error("tag", node, what, "Take it out, or put the text in quotes if it begins with !.")
        if isinstance(node, Scalar):
            found = FORBIDDEN.search(node.text) or ("\t" in node.text and re.search("\t", node.text))
            if found:
                what = f"the text holds the character {name_of(found[0])}, which cannot be shown and could mislead"
                self.report.error("hidden-character", node, what, "Take the escape out.")
                node.text = FORBIDDEN.sub("\ufffd", node.text)


_SYNTAX = (
    (
        "mapping values are not allowed",
        "a second colon with a space behind it stands in this line, so YAML cannot tell where the value begins",
        "Put the text in quotes if the colon belongs to it; otherwise look at the indentation.",
    ),
    (
        "cannot start any token",
        "a value cannot begin with this character unless it stands in quotes",
        "Put the text in quotes.",
    ),
    (
        "did not find expected ',' or '",
        "a bracket or brace that was opened here is not closed, or a comma is missing in it",
        "Close it, put a comma between its items, or quote a text that holds , [ ] { } or a colon.",
    ),
    (
        "did not find expected node content",
        "a bracket or brace was opened, and where its next item is expected something else stands",
        "Write the item, or close the bracket.",
    ),
    (
        "unexpected end of stream",
        "a quotation mark that was opened here is not closed",
        "Close it, or take it out.",
    ),
    (
        "did not find expected key",
        "this line is not indented like the lines before it, or text follows a closing quotation mark",
        "Line it up with its neighbours; write a text that begins with a quotation mark wholly in quotes.",
    ),
    (
        "did not find expected '-' indicator",
        'this line is not an item of the list before it, which needs "- " in front',
        "Line it up with the list's items, or indent it less to end the list.",
    ),
    (
        "could not find expected ':'",
        "a key without a colon stands here, or a text goes on without being indented",
        "Write a colon and a space behind the key, or indent the line further.",
    ),
)


def _explain(report: Report, text: str, error: yaml.MarkedYAMLError) -> None:
    """Report a syntax error in words that do not presume knowledge of YAML."""
    said = error.problem or ""
    opened = error.context_mark is not None and ("flow" in (error.context or "") or "quoted" in (error.context or ""))
    mark = error.context_mark if opened else error.problem_mark or error.context_mark
    otherwise = (f"this is not valid YAML ({said})", "Put texts with special characters in quotes.")
    what, remedy = next(((what, remedy) for phrase, what, remedy in _SYNTAX if phrase in said), otherwise)
    place = Place(report.file) if mark is None else report.at(min(_index(text, mark), max(0, len(text.rstrip()) - 1)))
    report.error("yaml-syntax", place, f"{what}; nothing in this file can be read until it is mended", remedy)


def _index(text: str, mark: Any) -> int:
    """Where a mark points in the text; libyaml counts lines and columns reliably, in characters."""
    index = 0
    for _ in range(mark.line):
        index = text.find("\n", index) + 1
    return index + int(mark.column)
