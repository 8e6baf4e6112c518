"""The nodes and edges of a tree in words: in full, and short enough for a picture."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guide_tui.model.tree import CHOICES, Kind, Question, Tree
from guide_tui.services.rules import condition_words
from guide_tui.trees.graph import OPEN, Edge, Graph, Way

ANY = "any answer"
REST = "any other answer"
OTHERWISE = "otherwise"
TURNS = "first, second, otherwise: the first that holds is followed"
"""What a picture explains where rules are tried one after the other."""

MANY_ANSWERS = 3
"""Answers that lead the same way from which a picture says "any other answer" instead of listing them."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MOST_ANSWER_LINES, MOST_CONDITION_LINES, MOST_LINES = 3, 4, 10
"""Lines beside an edge in a picture: for the answers of a phrase, for its condition, and for everything."""

_OPEN_WORDS = {Kind.DATE: "a day", Kind.NUMBER: "a number", Kind.TEXT: "words of your own"}


class Phrase(NamedTuple):
    """Answers with what has to hold besides; either may be empty."""

    answers: str
    condition: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in self if part)


@dataclass(frozen=True, slots=True)
class EdgeWords:
    """What an edge says."""

    full: tuple[str, ...]
    """One text for each set of answers with the same condition; no text is left out or shortened."""

    short: tuple[Phrase, ...]
    """Phrases of which any holds: each answer on its own, or "any other answer" where every other one is named on
    another edge."""


def short_name(tree: Tree, node: str) -> str:
    """A question or an outcome as a noun phrase."""
    question = tree.questions.get(node)
    return question.short if question else tree.outcomes[node].short


def edge_words(graph: Graph) -> Mapping[tuple[str, str], EdgeWords]:
    """The words of every edge, by source and target."""
    words = {}
    for node in graph.nodes:
        rest = _rest(graph.out[node])
        for edge in graph.out[node]:
            words[edge.source, edge.target] = _words(graph, edge, rest)
    return words


def picture_lines(words: EdgeWords, wrap: Callable[[str, int], list[str]]) -> list[str]:
    """What stands beside an edge in a picture. Where room is short, answers and conditions are each cut on their own.

    Args:
        words: Of the edge.
        wrap: Gives a text in at most so many lines.
    """
    lines: list[str] = []
    for number, (answers, condition) in enumerate(words.short):
        phrase: list[str] = []
        if answers:
            text = f"{answers}:" if condition else answers
            phrase += wrap(f"or {text}" if number else text, MOST_ANSWER_LINES)
        if condition:
            phrase += wrap(f"or {condition}" if number and not answers else condition, MOST_CONDITION_LINES)
        if lines and len(lines) + len(phrase) > MOST_LINES:
            return [*lines, "or …"]
        lines += phrase
    return lines


def in_turn(graph: Graph) -> bool:
    """Whether somewhere rules are tried one after the other, so that their order has to be explained."""
    return any(way.rules > 1 for edge in graph.edges for way in edge.ways)


def clipped(text: str, width: int, most: int) -> list[str]:
    """A text as at most ``most`` lines of ``width`` characters; what is left out is told by "…"."""
    return textwrap.wrap(text, max(width, 2), max_lines=most, placeholder="…", break_on_hyphens=False) or [""]


def _words(graph: Graph, edge: Edge, rest: tuple[str, ...]) -> EdgeWords:
    question = graph.tree.questions[edge.source]
    full: list[str] = []
    short: list[Phrase] = []
    for way in sorted(edge.ways, key=lambda way: not way.certain):
        answers, condition = _answers(question, way), _condition(graph.tree, question, way)
        whole = Phrase(answers if answers or condition else ANY, condition)
        full.append(str(whole))
        if answers and way.answers == rest:
            short.append(Phrase(REST, condition))
        elif answers and not condition:
            short.extend(Phrase(_answer(question, each)) for each in way.answers)
        else:
            short.append(whole)
    return EdgeWords(tuple(full), tuple(short))


def _rest(edges: Sequence[Edge]) -> tuple[str, ...]:
    """The answers of a question that can be called the others, because those left are named: a group of many."""
    groups = dict.fromkeys(way.answers for edge in edges for way in edge.ways)
    largest = max(groups, key=len, default=())
    return largest if len(largest) >= MANY_ANSWERS and len(groups) > 1 else ()


def _condition(tree: Tree, question: Question, way: Way) -> str:
    """What has to hold besides the answers of a way; nothing where they always lead this way."""
    if way.certain:
        return ""
    if way.when is None:
        return OTHERWISE
    condition = f"if {condition_words(way.when, tree.questions, question.id)}"
    # The rules stand apart in a picture, so each has to say when its turn comes.
    return f"{_ordinal(way.place)}, {condition}" if way.rules > 1 else condition


def _ordinal(place: int) -> str:
    return _ORDINALS[place] if place < len(_ORDINALS) else f"rule {place + 1}"


def _answers(question: Question, way: Way) -> str:
    """The answers of a way; nothing where they are all that there are."""
    if len(way.answers) == _classes(question):
        return ""
    return "; ".join(_answer(question, each) for each in way.answers)


def _answer(question: Question, answer: str) -> str:
    return _OPEN_WORDS[question.kind] if answer == OPEN else question.options[answer].label


def _classes(question: Question) -> int:
    if question.kind is Kind.MANY:
        return 1
    return len(question.options) + (0 if question.kind in CHOICES else 1)
