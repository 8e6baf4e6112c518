"""The whole app as plain lines, as transcripts of what a person types and hears."""

from __future__ import annotations

import re
from datetime import date

import pytest

TALKS = {
    "plain-asking": [
        "do we need a permitt",
        "1",
        "home",
        "how early must we apply for a permit",
        "lost key",
        "zebra crossing",
        "2",
        "what is an EP?",
        "term licence",
        "term lisence",
        "chekcs",
        "",
        "99",
    ],
    "plain-checks": [
        "checks",
        "1",
        "party",
        "what is an EP?",
        "home",
        "checks",
        "carry on",
        "1000",
        "30",
        "next",
        "1",
        "Ann",
        "",
        "checks",
        "carry on",
        "home",
        "new situation",
        "carry on",
        "situations",
        "undo",
        "undo",
        "check hire",
        "change 1",
        "not sure",
        "yes",
        "quit",
    ],
    "plain-asked-back": [
        "check hire",
        "it was a concert",
        "why",
        "it was a concert",
        "",
        "change 1",
        "it was a market",
        "keep",
        "change 1",
        "it was a market",
        "",
        "no",
        "quit",
    ],
    "plain-outcome": [
        "check hire",
        "concert",
        "stewards",
        "no",
        "5 September 2026",
        "done",
        "1",
        "done 2",
        "done 2",
        "try",
        "1",
        "try 99",
        "map",
        "sources",
        "2",
        "why",
        "help",
        "possible",
        "restart",
        "map",
        "undo",
        "again",
        "ask lost key",
        "zebra crossing",
        "home",
    ],
    "plain-settings": [
        "settings",
        "set nation France",
        "set nation wales",
        "set centre The college",
        "set closed some day",
        "set closed 21 December 2026 to 1 January 2027: Christmas",
        "settings",
        "closed days",
        "1",
        "closed days",
        "set centre none",
        "set nation none",
        "set nothing at all",
    ],
    "plain-reading": [
        "guide",
        "2",
        "1",
        "next",
        "previous",
        "next",
        "next",
        "questions",
        "1",
        "1",
        "home",
        "terms",
        "2",
        "read key-leaflet/lost",
        "next",
        "guide read how-early",
        "contacts",
        "about",
        "help",
    ],
}


@pytest.mark.parametrize("name", TALKS)
def test_plain_mode_reads_as_its_transcript(name, run, golden, tmp_path) -> None:
    """What is typed through a pipe and what is answered stays as a person last read it, and the exit code is 0."""
    ran = run("--today", "2026-06-01", "--plain", stdin="".join(f"{words}\n" for words in TALKS[name]))
    assert (ran.code, ran.err) == (0, "")
    today = f"{date.today().day} {date.today():%B %Y}"
    golden(name, ran.out.replace(str(tmp_path), "/home/ann").replace(f", {today}", ", the day it is"))


@pytest.mark.parametrize("name", TALKS)
def test_plain_mode_is_nothing_but_text(name, run) -> None:
    """No boxes, rules, arrows, symbols or colours: nothing that a screen reader would spell out or leave out."""
    ran = run("--plain", stdin="".join(f"{words}\n" for words in TALKS[name]))
    assert not re.search(r"[─-➿←-⇿\x1b\t]|[-=_*]{3}", ran.out)
    assert all(len(line) <= 80 or len(line.split()) == 1 for line in ran.out.splitlines())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("quit", "Your answers are kept."),
        ("1", "Nothing is listed that a number could pick from."),
        ("checks\n7", "There is no number 7 in the last list. It goes from 1 to 2."),
        ("checks\n" + "9" * 5000, "There is no number 999999999999 in the last list."),
        ("next", "Nothing is being read. Type guide to see the chapters."),
        ("carry on", "No check was begun yet. Type checks to see them."),
        ("undo", "There is nothing to undo here."),
        ("situations", "There are no other situations with answers."),
        ("Checks.", "2 checks. Type a number to start one."),
        ("check nowhere", "This guidance does not seem to answer that."),
        ("read nothing of that name", "This guidance does not seem to answer that."),
    ],
)
def test_whatever_is_typed_is_answered(typed, said, run) -> None:
    """Unknown words, wrong numbers and commands without effect are answered in words, and the mode goes on."""
    ran = run("--plain", stdin=f"{typed}\n")
    assert (ran.code, ran.err) == (0, "")
    assert said in " ".join(ran.out.split())


def test_places_are_told(run, tmp_path) -> None:
    """The person can find their files."""
    out = run("--plain", stdin="where\n").out
    assert "content: tests/cases/library\n" in out
    assert str(tmp_path / "data") in out
    assert str(tmp_path / "config" / "settings.toml") in out


def test_closed_days_move_deadlines_at_once(run) -> None:
    """Days that are added count in the check that follows."""
    typed = ("set closed 20 July 2026 to 31 July 2026: Summer", "check hire", "market", "7 September 2026")
    ran = run("--plain", "--today", "2026-06-01", stdin="".join(f"{words}\n" for words in typed))
    assert "Summer" in ran.out.split("Worked out on")[1]


def test_end_of_input_ends_the_mode(run) -> None:
    """A script that has nothing more to say has not failed, wherever it stops."""
    for typed in ("", "checks\n", "check hire\n", "check hire\nchange\nparty\nchange 1\n", "check hire\nparty\n30\n"):
        ran = run("--plain", stdin=typed)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("Your answers are kept.\n") or ran.out.endswith("back to this question.\n") or typed


def test_library_without_contents_is_no_crash(run, tmp_path) -> None:
    """Where there is nothing to list, that is said."""
    root = tmp_path / "empty"
    (root / "content").mkdir(parents=True)
    (root / "decision_trees").mkdir()
    (root / "content" / "about.yaml").write_text("title: Empty\nsummary: Nothing.\ndisclaimer: None.\n")
    typed = ("checks", "guide", "questions", "terms", "contacts", "about", "anything at all", "carry on", "what is it")
    ran = run("--plain", stdin="".join(f"{words}\n" for words in typed), library=root)
    assert ran.code == 0
    for things in ("checks", "chapters", "questions with an answer", "terms", "contacts"):
        assert f"There are no {things}." in ran.out


def test_change_tells_what_it_does_to_other_checks(run) -> None:
    """Who changes a shared answer hears first that another check then ends differently."""
    typed = ("check keys", "party", "Ann", "", "check hire", "30", "change 1", "4", "no", "home")
    out = " ".join(run("--plain", stdin="".join(f"{words}\n" for words in typed)).out.split())
    assert 'Also changes "Who keeps the key?" from "The key is yours for the day" to "Ask the keyholder".' in out
    assert "Kept as it was." in out


def test_outcome_is_saved_to_a_file(run, tmp_path, monkeypatch) -> None:
    """The outcome goes into a text file whose place is told; before there is one, that is said."""
    monkeypatch.setattr("guide_tui.cli.session.Session.save_folder", tmp_path)
    typed = ("check hire", "save", "party", "30", "save", "save")
    ran = run("--today", "2026-06-01", "--plain", stdin="".join(f"{words}\n" for words in typed))
    assert "There is no outcome to save yet" in ran.out
    assert f"Saved as {tmp_path / 'hire-2026-06-01.txt'}" in ran.out.replace("\n", " ")
    assert (tmp_path / "hire-2026-06-01-2.txt").read_text(encoding="utf-8").startswith("No permit needed")


def test_answers_that_cannot_be_kept_are_not_said_to_be(run, tmp_path) -> None:
    """Where the data folder cannot be used, the person is told at the start and at the end."""
    (tmp_path / "file").touch()
    ran = run("--data", str(tmp_path / "file"), "--plain", stdin="quit\n")
    assert "Your answers are kept" not in ran.out
    assert " ".join(ran.out.split()).count("will not be kept") == 2
