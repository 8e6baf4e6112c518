"""A tree as Mermaid and as DOT."""

from __future__ import annotations

import html
import json
import re
from datetime import date

from hypothesis import given, settings

from guide_tui.model.characters import visible
from guide_tui.model.tree import Tree
from guide_tui.services.graph_text import dot_text, mermaid_text
from guide_tui.trees.graph import graph_of, progress
from guide_tui.trees.space import Space
from tests.services.hostile import texts, tree_saying
from tests.trees.building import TODAY
from tests.trees.strategies import trees

# What may stand between the quotes of a Mermaid label: nothing that the language or Markdown could act on.
LABEL = r"\"(?:[A-Za-z0-9 ,.?!'()]|#\d+;|<br/>)*\""
MERMAID = re.compile(
    rf"    (?:n\d+(?:\({LABEL}\)|\[{LABEL}\])"
    rf"|n\d+ (?:-->|==>|-\.->)\|{LABEL}\| n\d+"
    r"|classDef [a-z-]+ [a-z0-9#,:\- ]+"
    r"|class n\d+(?:,n\d+)* [a-z-]+)"
)
QUOTED = r'"(?:[^"\\\n]|\\["\\n])*"'
ATTRIBUTE = rf"[a-z]+=(?:{QUOTED}|[a-z0-9.]+)"
ATTRIBUTES = rf"\[{ATTRIBUTE}(?:, {ATTRIBUTE})*\]"
DOT = re.compile(
    rf"  (?:(?:n\d+|node|edge)(?: -> n\d+)? {ATTRIBUTES}|label={QUOTED}; labelloc=t; bgcolor=white; nodesep=0.3);"
)


def mermaid_lines(text: str) -> list[str]:
    """The lines of the flowchart, once the head is found to be as it should."""
    first, title, last, kind, *lines = text.splitlines()
    assert (first, last, kind) == ("---", "---", "flowchart TD")
    assert isinstance(json.loads(title.removeprefix("title: ")), str)
    return lines


def decoded(label: str) -> str:
    """A Mermaid label as it is shown."""
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label.replace("<br/>", " "))


@settings(deadline=None)
@given(texts)
def test_hostile_content_stays_text_in_mermaid(text: str) -> None:
    """Whatever content says, every line has the shape it should have, and the title reads as it was written."""
    tree = tree_saying(text)
    source = mermaid_text(graph_of(tree), progress(Space(tree, TODAY), {"end": "x"}))
    assert all(MERMAID.fullmatch(line) for line in mermaid_lines(source)), source
    assert json.loads(source.splitlines()[1].removeprefix("title: ")) == visible(text)


@settings(deadline=None)
@given(texts)
def test_hostile_content_stays_text_in_dot(text: str) -> None:
    """Whatever content says, quotes and backslashes are escaped, and every line has the shape it should have."""
    tree = tree_saying(text)
    first, *lines, last = dot_text(graph_of(tree), progress(Space(tree, TODAY), {"end": "x"})).splitlines()
    assert (first, last) == ("digraph tree {", "}")
    assert all(DOT.fullmatch(line) for line in lines), lines
    title = re.match(rf"  label=({QUOTED})", lines[0])
    assert title is not None
    shown = re.sub(r"\\(.)", r"\1", title[1][1:-1])
    assert html.unescape(shown) == visible(text)


@settings(deadline=None, max_examples=50)
@given(trees())
def test_every_node_and_edge_is_there(tree: Tree) -> None:
    """Both texts hold each node and each edge once."""
    graph = graph_of(tree)
    lines = mermaid_lines(mermaid_text(graph))
    assert sum(" --> " in line or "-->|" in line for line in lines) == len(graph.edges)
    assert sum(bool(re.match(r"    n\d+[(\[]", line)) for line in lines) == len(graph.nodes)
    dotted = dot_text(graph).splitlines()
    assert sum(" -> " in line for line in dotted) == len(graph.edges)
    assert sum(bool(re.match(r"  n\d+ \[", line)) for line in dotted) == len(graph.nodes)


def test_the_path_is_lit_by_thickness_and_words(hall) -> None:
    """Lit edges are thick, closed ones dashed, and words say where the person is and what is ruled out."""
    tree = hall.trees["hire"]
    graph = graph_of(tree)
    lit = progress(Space(tree, date(2026, 6, 1)), {"event": "party"})
    mermaid = mermaid_text(graph, lit)
    assert mermaid.count("==>") == 1
    assert mermaid.count("-.->") == sum((edge.source, edge.target) not in lit.ways for edge in graph.edges)
    assert "2#58; you are here<br/>" in mermaid
    assert "RULED OUT" in mermaid
    dotted = dot_text(graph, lit)
    assert dotted.count("penwidth=4, color") == 1
    assert 'label="2: you are here\\n' in dotted
    assert dotted.count("style=dashed") == mermaid.count("-.->")


def test_labels_read_as_they_were_written(hall) -> None:
    """Codes in a Mermaid label stand for the characters of the content."""
    lines = [decoded(line) for line in mermaid_lines(mermaid_text(graph_of(hall.trees["hire"])))]
    assert any("✓ SETTLED" in line for line in lines)
    assert any('|"a number: otherwise"|' in line for line in lines)
