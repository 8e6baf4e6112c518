"""What the command line does with the person's settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WHERE = """\
id: where
title: Where is it?
about: Works out where it is.
start: country
questions:
  country:
    ask: Where are the learners?
    short: Country
    why: Bank holidays differ.
    cite: hall-rules/events
    kind: one
    options:
      england: {label: England}
      wales: {label: Wales}
    next: {england: there, wales: elsewhere}
outcomes:
  there: {verdict: There, tone: fine, says: There it is., cite: hall-rules/events}
  elsewhere: {verdict: Elsewhere, tone: fine, says: It is elsewhere., cite: hall-rules/events}
"""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The file that the command reads."""
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "settings.toml"


def test_the_nation_of_the_settings_is_told_before(run, settings, other_library) -> None:
    """A check that asks for the country goes on from what the settings say; answers from a file stand alone."""
    library = other_library({"decision_trees/where.yaml": WHERE})
    settings.write_text('nation = "wales"\n')
    assert json.loads(run("check", "where", "--json", library=library).out)["outcome"]["id"] == "elsewhere"
    alone = run("check", "where", "--answers", "-", "--json", stdin="{}", library=library)
    assert "outcome" not in json.loads(alone.out)


def test_an_answer_becomes_a_setting(run, settings, other_library) -> None:
    """Whether it is given in the app or here."""
    library = other_library({"decision_trees/where.yaml": WHERE})
    run("check", "where", stdin="1\n", library=library)
    assert 'nation = "england"' in settings.read_text()


def test_a_broken_file_is_told_and_stops_nothing(run, settings, other_library) -> None:
    """The message names file and line, on stderr; the file stays as it is."""
    library = other_library({"decision_trees/where.yaml": WHERE})
    settings.write_text("nation = wales\n")
    ran = run("check", "where", "--json", library=library)
    assert ran.code == 0
    assert f"{settings}, line 1: this cannot be read" in ran.err.replace("\n", " ")
    assert settings.read_text() == "nation = wales\n"


def test_commands_that_need_no_settings_do_not_read_them(run, settings) -> None:
    """A broken file does not get in the way of a question."""
    settings.write_text("look = dark\n")
    assert run("trees").err == ""


def test_the_folder_can_be_given_in_the_environment(start, tmp_path) -> None:
    """GUIDE_CONFIG names it as --config does, which comes first."""
    out, _ = start("where", env={"GUIDE_CONFIG": str(tmp_path / "other")}).communicate(timeout=30)
    assert f"your settings: {tmp_path / 'config' / 'settings.toml'}" in out.decode()
