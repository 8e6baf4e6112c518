"""Edges in words."""

from __future__ import annotations

import pytest

from guide_tui.model.tree import Among, Chosen, Kind, NumberTest, Question
from guide_tui.services.graph_words import (
    EdgeWords,
    Phrase,
    clipped,
    edge_words,
    in_turn,
    picture_lines,
    short_name,
)
from guide_tui.trees.graph import graph_of
from tests.trees.building import go, question, tree


def said(*nodes: Question, source: str = "a") -> dict[str, tuple[str, ...]]:
    """What the edges of a question say in a picture, by target."""
    graph = graph_of(tree(*nodes))
    return {
        target: tuple(map(str, words.short)) for (start, target), words in edge_words(graph).items() if start == source
    }


def only(name: str, *options: str) -> Among:
    """Holds for these options."""
    return Among(name, frozenset(options))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param(question("a", options="x y", routes=[go("one")]), {"one": ("any answer",)}, id="one way on"),
        pytest.param(
            question("a", options="x y z", routes=[go("one", only("a", "x", "y")), go("two")]),
            {"one": ("x", "y"), "two": ("z",)},
            id="answers by name",
        ),
        pytest.param(
            question("a", options="p q r s t", routes=[go("one", only("a", "p")), go("two")]),
            {"one": ("p",), "two": ("any other answer",)},
            id="many answers are the others, since those left are named",
        ),
        pytest.param(
            question("a", Kind.NUMBER, "not-sure", [go("one", NumberTest("a", most=5)), go("two")]),
            {"one": ("a number: if it is at most 5",), "two": ("not-sure", "a number: otherwise")},
            id="a number and an option",
        ),
        pytest.param(
            question(
                "a",
                Kind.MANY,
                "x y z",
                [
                    go("one", Chosen("a", frozenset("x"), "any-of")),
                    go("two", Chosen("a", frozenset("y"), "any-of")),
                    go("no"),
                ],
            ),
            {"one": ("first, if it includes x",), "two": ("second, if it includes y",), "no": ("otherwise",)},
            id="rules in their turn",
        ),
    ],
)
def test_words_of_edges(asked: Question, words: dict[str, tuple[str, ...]]) -> None:
    """An edge names its answers as briefly as is true."""
    assert said(asked) == words


def test_conditions_on_other_questions_are_said() -> None:
    """Where an earlier answer decides too, the edge names that question and the answer."""
    first = question("first", options="x y", routes=[go("a")])
    then = question("a", options="p q", routes=[go("one", (only("a", "p"), only("first", "x"))), go("two")])
    assert said(first, then) == {"one": ('p: if "first" is x',), "two": ("q", "p: otherwise")}


def test_the_full_words_leave_nothing_out() -> None:
    """However many answers there are, each is named once in full."""
    graph = graph_of(tree(question("a", options="p q r s t", routes=[go("one", only("a", "p")), go("two")])))
    assert edge_words(graph)["a", "two"].full == ("q; r; s; t",)
    assert not in_turn(graph)


def test_answers_and_conditions_are_cut_on_their_own() -> None:
    """However long the answers are, a picture shows their condition, and the other way round."""
    long = " ".join(["word"] * 40)
    words = EdgeWords((), (Phrase(long, f"if {long}"), Phrase("x"), Phrase("", "otherwise")))
    lines = picture_lines(words, lambda text, most: clipped(text, 20, most))
    assert lines == [
        *("word word word word", "word word word word", "word word word word…"),
        *("if word word word", "word word word word", "word word word word", "word word word word…"),
        "or x",
        "or otherwise",
    ]
    many = EdgeWords((), (Phrase("x"),) * 20)
    assert picture_lines(many, lambda text, most: [text])[-2:] == ["or x", "or …"]


def test_names(hall) -> None:
    """A question is called by its short name, an outcome by its own."""
    assert short_name(hall.trees["hire"], "event") == "Event"
    assert short_name(hall.trees["hire"], "permit") == hall.trees["hire"].outcomes["permit"].short


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two", ["one two"]),
        ("one two three four", ["one two", "three…"]),
        ("", [""]),
        ("abcdefghijklmnopqrstuvwxyz", ["abcdefghi", "…"]),
    ],
)
def test_clipped(text: str, lines: list[str]) -> None:
    """What does not fit into the lines is told by a mark."""
    assert clipped(text, 9, 2) == lines
