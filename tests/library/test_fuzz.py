"""Hostile files: whatever stands in them, reading answers with problems."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide_tui.library.reader import read_file, read_library, read_tree_file

from .conftest import SOUND, WriteLibrary, sound

TREE = sound("decision_trees/apply.yaml")
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

WORDS = sorted(
    {word.strip("{},:[]") for word in TREE.split()}
    | {"else", "when", "go", "not", "next", "plus", "today", "", "{", "é"}
)
VALUES = st.recursive(
    st.sampled_from(WORDS) | st.text(max_size=5) | st.integers() | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=12,
)


def verify(path: Path) -> None:
    """The file gives a tree or problems, and every problem lies inside it."""
    tree, problems = read_tree_file(path, None)
    assert (tree is None) == any(problem.severity == "error" for problem in problems)
    lines = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        str(problem).encode("utf-8")


@QUIET
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    """Any file at all is answered."""
    path = tmp_path / "draft.yaml"
    path.write_bytes(content)
    verify(path)
    read_file(path, None)
    chapter = tmp_path / "draft.md"
    chapter.write_bytes(b"---\nquestion: q\n---\n" + content)
    read_file(chapter, None)


@QUIET
@given(data=st.data())
def test_any_value_in_any_part(tmp_path: Path, data: st.DataObject) -> None:
    """A tree in which any value is replaced by any structure is answered."""
    tree = yaml.safe_load(TREE)
    parent = tree
    for _ in range(data.draw(st.integers(0, 4))):
        inner = [
            value
            for value in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(value, dict | list) and value
        ]
        if not inner:
            break
        parent = data.draw(st.sampled_from(inner))
    key = data.draw(st.sampled_from(sorted(parent, key=str) if isinstance(parent, dict) else range(len(parent))))
    parent[key] = data.draw(VALUES)
    path = tmp_path / "apply.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    verify(path)


@QUIET
@given(
    cut=st.integers(0, len(TREE)),
    length=st.integers(0, 12),
    put=st.text(st.sampled_from("{}[]:-#&*!|>'\"%@` \n\tab,?"), max_size=6),
)
def test_any_slip_of_the_hand(tmp_path: Path, cut: int, length: int, put: str) -> None:
    """A sound tree in which a few characters are replaced is answered."""
    path = tmp_path / "apply.yaml"
    path.write_text(TREE[:cut] + put + TREE[cut + length :], encoding="utf-8")
    verify(path)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 300_000,
        "- " * 300_000,
        "? " * 300_000,
        "{a: " * 200_000,
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(2000)),
        "id: apply\n" + "x: y\n" * 150_000,
        "questions:\n" + "".join(f"  q{n}: {{next: r{n}}}\n" for n in range(30_000)),
        "questions: {q: {why: '" + "[" * 19_000 + "'}}",
        "questions: {q: {why: '" + "*a " * 6_000 + "'}}",
        'questions: {q: {why: "' + "- " * 9_000 + '"}}',
        "questions: {q: {ask: '" + "{" * 400_000 + "'}}",
        "title: " + "a" * 900_000,
        "a" * 900_000,
        "'" * 900_000,
        "é: 1\n",
    ],
    ids=range(15),
)
def test_bombs_are_answered(tmp_path: Path, text: str) -> None:
    """Deep, repetitive and huge files give problems, and soon."""
    path = tmp_path / "draft.yaml"
    path.write_text(text, encoding="utf-8")
    verify(path)


@pytest.mark.parametrize("name", sorted(SOUND))
@QUIET
@given(value=VALUES)
def test_any_structure_in_any_file(write_library: WriteLibrary, name: str, value: object) -> None:
    """Every file of a library may hold anything without harm to the program."""
    text = yaml.safe_dump(value, allow_unicode=True)
    read_library(write_library({name: f"---\n{text}\n---\n{value}" if name.endswith(".md") else text}))
