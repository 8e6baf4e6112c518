"""A tree as Mermaid and as DOT, for wikis and for other drawing programs.

Content never stands where either language reads anything but text: nodes are numbered, and whatever is no plain letter
is written as a code.
"""

from __future__ import annotations

import json

from guide_tui.model.characters import visible
from guide_tui.model.tree import Outcome, Tone
from guide_tui.services.graph_words import clipped, edge_words, picture_lines, short_name
from guide_tui.services.paper import FAINT, FRAMES, GROUNDS, INK, LINE, PAPER, QUIET
from guide_tui.services.symbols import SYMBOLS
from guide_tui.services.wording import TONES
from guide_tui.trees.graph import Graph, Progress

MOST_LINES, WIDTH = 6, 30
"""What an edge says at most, in characters."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.?!'()")


def mermaid_text(graph: Graph, progress: Progress | None = None) -> str:
    """The graph as a Mermaid flowchart. The path is lit by thick lines, thick frames and words."""
    names = _names(graph)
    words = edge_words(graph)
    # JSON is YAML; whatever the title holds stays inside its quotes.
    lines = ["---", f"title: {json.dumps(visible(graph.tree.title), ensure_ascii=False)}", "---", "flowchart TD"]
    for node in graph.nodes:
        text = "<br/>".join(_coded(line) for line in _node_lines(graph, node, progress))
        left, right = ('("', '")') if node in graph.tree.questions else ('["', '"]')
        lines.append(f"    {names[node]}{left}{text}{right}")
    for edge in graph.edges:
        lit = progress is not None and progress.passes(edge.source, edge.target)
        gone = progress is not None and (edge.source, edge.target) not in progress.ways
        line = "==>" if lit else "-.->" if gone else "-->"
        said = picture_lines(words[edge.source, edge.target], _wrap)
        text = "<br/>".join(_coded(each) for each in said)
        lines.append(f'    {names[edge.source]} {line}|"{text}"| {names[edge.target]}')
    for tone in Tone:
        nodes = [names[node] for node, each in _outcomes(graph) if each.tone is tone and not _gone(progress, node)]
        if nodes:
            lines.append(f"    classDef {tone.value} fill:{GROUNDS[tone]},stroke:{FRAMES[tone]},color:{INK}")
            lines.append(f"    class {','.join(nodes)} {tone.value}")
    if progress:
        lines.append(f"    classDef lit stroke:{INK},stroke-width:4px")
        lines.append(f"    class {','.join(names[node] for node in progress.path if node in names)} lit")
        gone_nodes = [names[node] for node in graph.nodes if _gone(progress, node)]
        if gone_nodes:
            lines.append(f"    classDef gone fill:{PAPER},stroke:{LINE},color:{FAINT},stroke-dasharray:4 4")
            lines.append(f"    class {','.join(gone_nodes)} gone")
    return "\n".join(lines) + "\n"


def dot_text(graph: Graph, progress: Progress | None = None) -> str:
    """The graph in the DOT language of Graphviz. The path is lit by thick lines, thick frames and words."""
    names = _names(graph)
    words = edge_words(graph)
    lines = [
        "digraph tree {",
        f"  label={_quoted([graph.tree.title])}; labelloc=t; bgcolor=white; nodesep=0.3;",
        '  node [fontname="Helvetica", fontsize=12, shape=box, style="rounded,filled"];',
        f'  node [fillcolor="{PAPER}", color="{QUIET}"];',
        f'  edge [fontname="Helvetica", fontsize=10, color="{LINE}"];',
    ]
    for node in graph.nodes:
        style = [f"label={_quoted(_node_lines(graph, node, progress))}"]
        outcome = graph.tree.outcomes.get(node)
        if _gone(progress, node):
            style.append(f'style="dashed,filled", color="{LINE}", fontcolor="{FAINT}"')
        elif outcome is not None:
            style.append(f'style=filled, fillcolor="{GROUNDS[outcome.tone]}", color="{FRAMES[outcome.tone]}"')
        if progress and progress.step(node):
            style.append("penwidth=4")
        lines.append(f"  {names[node]} [{', '.join(style)}];")
    for edge in graph.edges:
        said = picture_lines(words[edge.source, edge.target], _wrap)
        style = [f"label={_quoted(said)}"]
        if progress is not None and progress.passes(edge.source, edge.target):
            style.append(f'penwidth=4, color="{INK}"')
        elif progress is not None and (edge.source, edge.target) not in progress.ways:
            style.append("style=dashed")
        lines.append(f"  {names[edge.source]} -> {names[edge.target]} [{', '.join(style)}];")
    return "\n".join([*lines, "}"]) + "\n"


def _wrap(text: str, most: int) -> list[str]:
    return clipped(text, WIDTH, most)


def _names(graph: Graph) -> dict[str, str]:
    return {node: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}


def _outcomes(graph: Graph) -> list[tuple[str, Outcome]]:
    return [(node, graph.tree.outcomes[node]) for node in graph.nodes if node in graph.tree.outcomes]


def _node_lines(graph: Graph, node: str, progress: Progress | None) -> list[str]:
    """What stands in a box, from the step of the path to the question or the outcome."""
    lines = []
    step = progress.step(node) if progress else None
    if progress and step:
        lines.append(f"{step}: you are here" if node == progress.here else f"{step}")
    question = graph.tree.questions.get(node)
    if question:
        return [*lines, *clipped(question.ask, WIDTH, MOST_LINES)]
    tone = graph.tree.outcomes[node].tone
    word = "○ RULED OUT" if _gone(progress, node) else f"{SYMBOLS[tone]} {TONES[tone]}"
    return [*lines, word, *clipped(short_name(graph.tree, node), WIDTH, MOST_LINES)]


def _gone(progress: Progress | None, node: str) -> bool:
    return progress is not None and node not in progress.ahead


def _coded(text: str) -> str:
    """Text in a quoted Mermaid label: everything but plain letters, digits and a little punctuation as ``#code;``."""
    return "".join(each if each in _PLAIN else f"#{ord(each)};" for each in visible(text))


def _quoted(lines: list[str]) -> str:
    """Lines of text as one quoted DOT string. Graphviz reads backslashes and HTML entities in it."""
    text = "\\n".join(visible(line).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines)
    return f'"{text}"'
