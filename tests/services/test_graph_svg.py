"""The picture of a tree as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given, settings

from guide_tui.model.characters import visible
from guide_tui.model.tree import Among, Tree
from guide_tui.services.graph_svg import svg_text
from guide_tui.trees.graph import Progress, graph_of, progress
from guide_tui.trees.space import Space
from tests.services.hostile import texts, tree_saying
from tests.trees.building import TODAY, go, question, tree
from tests.trees.strategies import trees

SVG = "{http://www.w3.org/2000/svg}"


def drawn(shown: Tree, lit: Progress | None = None, footer: str = "") -> ElementTree.Element:
    """The picture, parsed."""
    return ElementTree.fromstring(svg_text(graph_of(shown), lit, footer))


def words_of(picture: ElementTree.Element) -> str:
    """Everything written in a picture, lines joined."""
    return " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))


def rectangles(picture: ElementTree.Element) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every box and of the ground of every edge's words."""
    group = next(each for each in picture.iter(f"{SVG}g") if "transform" in each.attrib)
    for each in group.findall(f"{SVG}g"):
        rect = each.find(f"{SVG}rect")
        if rect is not None:
            x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
            yield x, y, x + width, y + height


def test_everything_stands_in_the_picture(hall) -> None:
    """Title, questions, answers, outcomes with their words, the legend and the foot can all be read."""
    picture = drawn(hall.trees["hire"], footer="The rules decide.")
    said = words_of(picture)
    for words in ("What will you do in the hall?", "NOT SETTLED", "a question", "The rules decide."):
        assert words in said
    for node in graph_of(hall.trees["hire"]).nodes:
        outcome = hall.trees["hire"].outcomes.get(node)
        assert outcome is None or outcome.short.split()[0] in said
    assert "You are here" not in said


def test_a_picture_can_be_heard(hall) -> None:
    """It has a title and a description in words for those who cannot see it, the path included."""
    hire = hall.trees["hire"]
    lit = progress(Space(hire, date(2026, 6, 1)), {"event": "party"})
    picture = drawn(hire, lit)
    assert picture.attrib["role"] == "img"
    named = {each.attrib["id"]: each.text or "" for each in picture if "id" in each.attrib and each.text}
    assert picture.attrib["aria-labelledby"].split() == ["title", "about"]
    assert named["title"] == hire.title
    assert named["about"].endswith("The path so far: Event; Guests. You are at the last one.")


def test_the_path_is_lit_by_more_than_colour(hall) -> None:
    """Lit boxes and lines are thicker, numbered and end in words; what is ruled out is dashed and says so."""
    hire = hall.trees["hire"]
    lit = progress(Space(hire, date(2026, 6, 1)), {"event": "party"})
    picture = drawn(hire, lit)
    thick = [path for path in picture.iter(f"{SVG}path") if path.attrib.get("stroke-width") == "4"]
    assert len(thick) == 1
    assert "2  You are here" in words_of(picture)
    assert "○ RULED OUT" in words_of(picture)
    assert any("stroke-dasharray" in rect.attrib for rect in picture.iter(f"{SVG}rect"))


@settings(deadline=None)
@given(texts)
def test_hostile_content_stays_text(text: str) -> None:
    """Whatever content says, the picture is well-formed, holds no script, link or foreign element, and shows it."""
    said = tree_saying(text)
    source = svg_text(graph_of(said), progress(Space(said, TODAY), {"end": "x"}), text)
    picture = ElementTree.fromstring(source)
    plain = {"svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text"}
    assert {each.tag for each in picture.iter()} == {SVG + name for name in plain}
    assert not any(name.startswith("on") or "href" in name for each in picture.iter() for name in each.attrib)
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert (title.text or "") == visible(text)


@settings(deadline=None, max_examples=50)
@given(trees())
def test_no_box_or_words_touch_another(grown: Tree) -> None:
    """Boxes and the words of edges keep clear of one another, and of the edge of the picture."""
    boxes = list(rectangles(drawn(grown)))
    for (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) in combinations(boxes, 2):
        assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top


def test_the_same_tree_gives_the_same_picture(hall) -> None:
    """A picture can be kept under version control: nothing in it is left to chance."""
    graph = graph_of(hall.trees["hire"])
    assert svg_text(graph) == svg_text(graph)


def test_edges_without_a_line_say_where_they_lead() -> None:
    """In a picture too large for every line, the words of the longest edges name their target instead."""
    chain = [
        question(f"q{n}", options="x y", routes=[go(f"end-{n % 50}", Among(f"q{n}", frozenset("x"))), go(f"q{n + 1}")])
        for n in range(150)
    ]
    picture = drawn(tree(*chain, question("q150", options="x", routes=[go("end-0")])))
    assert "→ end-0" in words_of(picture)
