"""``guide graph``: files, the kept answers, and what goes wrong. What it prints is in the transcripts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("picture.svg", "<svg "),
        ("picture.SVG", "<svg "),
        ("tree.dot", "digraph tree {"),
        ("tree.gv", "digraph tree {"),
        ("tree.txt", "May we use the hall?\n"),
        ("tree.mmd", "---\ntitle:"),
        ("tree", "---\ntitle:"),
    ],
)
def test_the_name_of_the_file_says_what_is_written(name, begins, run, tmp_path) -> None:
    """With -o the ending of the name chooses the language, and the place is told."""
    ran = run("graph", "hire", "-o", str(tmp_path / name))
    assert (ran.code, ran.out, ran.err) == (0, "", f"Written to {tmp_path / name}.\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_format_goes_before_the_name(run, tmp_path) -> None:
    """Whoever asks for a language gets it, whatever the file is called."""
    run("graph", "hire", "--format", "dot", "-o", str(tmp_path / "picture.svg"))
    assert (tmp_path / "picture.svg").read_text(encoding="utf-8").startswith("digraph")


def test_a_picture_carries_the_disclaimer(run) -> None:
    """Whoever sees the picture on a wall can read that the sources decide."""
    picture = ElementTree.fromstring(run("graph", "hire", "--format", "svg").out)
    assert "A made-up library for tests." in " ".join(text.text or "" for text in picture.iter() if text.text)


def test_the_kept_answers_light_the_path(run) -> None:
    """With --mine the path is that of the answers given in a check before; without, nothing is lit."""
    run("check", "hire", stdin="concert\nquit\n")
    assert "you are here" in run("graph", "hire", "--format", "text", "--mine").out
    assert "you are here" not in run("graph", "hire", "--format", "text").out


def test_a_file_that_cannot_be_written_is_told(run, tmp_path) -> None:
    """The message names the file and the reason."""
    ran = run("graph", "hire", "-o", str(tmp_path / "nowhere" / "picture.svg"))
    assert ran.code == 1
    assert "cannot be written: No such file or directory." in ran.err
