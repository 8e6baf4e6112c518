"""The whole app as plain lines, as transcripts of what a person types and hears."""

from __future__ import annotations

import re
from datetime import date

import pytest

from guide_tui.services.when import short_date, written

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
    now, today = ran.out.replace(str(tmp_path), "/home/ann"), date.today()
    golden(name, now.replace(f", {written(today)}", ", the day it is").replace(short_date(today), "The day it is"))


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
    assert f"Saved as {tmp_path / 'may-we-use-the-hall-2026-06-01.txt'}" in ran.out.replace("\n", " ")
    assert (
        (tmp_path / "may-we-use-the-hall-2026-06-01-2.txt").read_text(encoding="utf-8").startswith("No permit needed")
    )


def test_answers_that_cannot_be_kept_are_not_said_to_be(run, tmp_path) -> None:
    """Where the data folder cannot be used, the person is told at the start and at the end."""
    (tmp_path / "file").touch()
    ran = run("--data", str(tmp_path / "file"), "--plain", stdin="quit\n")
    assert "Your answers are kept" not in ran.out
    assert " ".join(ran.out.split()).count("will not be kept") == 2


def _hire(run, *typed: str) -> str:
    """What is said in the check "hire" after the words typed, without the wrapping."""
    ran = run("--today", "2026-06-01", "--plain", stdin="".join(f"{words}\n" for words in ("check hire", *typed)))
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_number_after_change_picks_an_answer_to_change(run) -> None:
    """What was listed last is picked from: the number must not answer the question that is open."""
    out = _hire(run, "concert", "change", "1", "keep", "", "again", "1", "answers")
    assert "2 answers" in out
    assert "Your answer was: A concert." in out
    # After "again" the number answers the open question.
    assert "Helpers: People at the doors." in out.split("> again")[1]
    assert "Helpers" not in out.split("> again")[0].split("> change")[1]


def test_other_words_leave_the_list_of_answers(run) -> None:
    """A number means an answer to the question again once something else was typed."""
    out = _hire(run, "concert", "change", "why", "2")
    assert "> 2 Helpers: People on the stage." in out


@pytest.mark.parametrize("command", ["change", "answers"])
def test_number_at_a_result_picks_from_the_answers_listed(command, run) -> None:
    """A result lists the answers so that a number changes one."""
    out = _hire(run, "party", "30", command, "2", "")
    assert "Your answer was: 30." in out.split(f"> {command}")[1]


@pytest.mark.parametrize("typed", ["change event", "change Event", "change evnet", "change the event"])
def test_answer_is_changed_by_its_name(typed, run) -> None:
    """Nobody has to count which answer it was."""
    assert "Your answer was: A private party." in _hire(run, "party", typed, "")


def test_name_of_no_answer_lists_the_answers(run) -> None:
    """An unknown name is said to be one, and leads to the list."""
    out = _hire(run, "party", "change zebra")
    assert "None of your answers goes by that name. 1 answer. Type the number of one" in out


def test_several_things_are_ticked_from_one_list(run) -> None:
    """After one number the list stays, and the same number again takes the tick back."""
    out = _hire(run, "concert", "doors", "no", "5 September 2026", "done", "1", "2", "1")
    assert "Noted as done: Send the form to the committee." in out
    assert "Noted as done: Sweep the floor." in out
    assert "Not done after all: Send the form to the committee." in out


def test_undo_after_a_tick_takes_the_tick_back(run) -> None:
    """What was done last is undone first: the tick, then the answer."""
    out = _hire(run, "concert", "doors", "no", "5 September 2026", "done 1", "undo", "done", "undo")
    _, first, second = out.split("> undo")
    assert first.startswith(" Undone: Send the form to the committee is not done again.")
    assert "1. Send the form to the committee" in first
    assert second.startswith(" Undone: Day of the event is open again.")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("september 2027", "6"), "Monday 6 September 2027"),
        (("september 2027", "the 6th"), "Monday 6 September 2027"),
        (("monday 7 september 2027", "tuesday"), "Tuesday 7 September 2027"),
        (("monday 7 september 2027", "2"), "Monday 6 September 2027"),
        (("31 february 2027", "1", "28"), "Sunday 28 February 2027"),
    ],
)
def test_day_that_is_asked_back_can_be_told(typed, day, run) -> None:
    """What is asked is remembered: the day of the month alone answers it."""
    assert f"Day of the event: {day}." in _hire(run, "market", *typed)
    assert f"Changed. Day of the event: {day}." in _hire(run, "change 2", "2 May 2028", "change 2", *typed, "yes")


DATED = ("concert", "doors", "no", "5 September 2026")
"""Answers that lead to an outcome with everything in it."""


def test_result_tells_what_matters_first_and_once(run) -> None:
    """Verdict, dates, what to do, what not to do; days once, no marks of sources; the rest when asked for."""
    out = _hire(run, *DATED).split("Day of the event: Saturday 5 September 2026.")[1]
    parts = [
        "APPROVAL NEEDED. A permit",
        "By when, 3 dates:",
        "What to do, 4 steps:",
        "What not to do, 1 point:",
        "More: ",
    ]
    assert [out.count(part) for part in parts] == [1] * 5
    assert [out.index(part) for part in parts] == sorted(out.index(part) for part in parts)
    assert out.count("Friday 24 July 2026") == 1
    assert not re.search(r"\[\d", out)
    assert "More: type why, notes, try, sources, contacts, next or all;" in out
    assert "Whom to contact" not in out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("why", "Why: 4 answers of yours. - Event: A concert. A concert is public."),
        ("?", "Why: 4 answers of yours."),
        ("notes", "Also know, 2 points: - Without a music licence nothing may be played. - The committee"),
        ("contacts", "Whom to contact, 2 contacts: - The hall committee"),
        ("all", "What would change this: - Helpers"),
        ("all", "Sources, 3 passages: - Hall rules (2, May 2026): Which events need a permit. -"),
    ],
)
def test_rest_of_a_result_is_told_when_asked_for(command, said, run) -> None:
    """Nothing of the outcome is lost, and nothing that was told is told again."""
    out = _hire(run, *DATED, command).split(f"> {command}")[1]
    assert said in out
    assert "What not to do" not in out
    assert not re.search(r"\[\d", out)


def test_result_heard_before_is_told_by_its_head(run) -> None:
    """After a change, and on coming back, the verdict, the dates and what to do are enough; all tells the rest."""
    out = _hire(run, *DATED, "change 4", "12 September 2026", "all", "home", "carry on")
    _, changed, rest, again = re.split("> 12 September 2026|> all|> carry on", out)
    for head in (changed, again):
        assert "APPROVAL NEEDED. A permit is needed before you invite anyone." in head
        assert "By when, 3 dates:" in head
        assert "Type all to hear the rest." in head
        assert "What not to do" not in head
    assert "The outcome stays: A permit is needed before you invite anyone." in changed
    assert "A public event needs a permit." in rest
    assert "What not to do, 1 point:" in rest
    assert "You have worked it out before." in again


def test_preview_of_a_change_tells_the_outcome(run) -> None:
    """Whether it stays or becomes another is said before anything is changed."""
    out = _hire(run, *DATED, "change helpers", "nobody", "no", "change event", "market", "no")
    assert "The outcome would be: Not settled. Change it?" in out
    assert "The outcome stays: A permit is needed before you invite anyone. Change it?" in out


@pytest.mark.parametrize(
    "typed", ["settings", "set nation Wales", "Set centre The college", "checks", "guide", "terms"]
)
@pytest.mark.parametrize("before", [("party",), ("party", "30")], ids=["in a question", "at a result"])
def test_command_of_the_start_is_never_an_answer(before, typed, run) -> None:
    """In a check it is said where such a command works, and nothing is stored or looked up."""
    out = _hire(run, *before, typed, "answers").split(f"> {typed}")[1]
    assert out.startswith(" That is a command of the start. Type home first; your answers are kept.")
    assert f"{len(before)} answer" in out


def test_check_without_a_start_says_where_a_command_works(run) -> None:
    """One check alone has no start to go back to."""
    assert "It works in guide --plain." in run("check", "hire", stdin="settings\n").out


@pytest.mark.parametrize("before", [(), ("check hire",)], ids=["at the start", "in a question"])
@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("term", "Type term and the word"),
        ("ask", "Type ask and your question"),
        ("check", "Type check and the name of one"),
        ("set nation", "Type set nation and its name, such as"),
        ("set", "Type set nation, set centre or set closed"),
        ("term xyz", 'The glossary has no "xyz".'),
        ("term lisence", 'The glossary has no "lisence". Near: Music licence.'),
    ],
)
def test_command_that_lacks_a_word_says_which(before, typed, hint, run) -> None:
    """Half a command is answered with what to add, everywhere."""
    out = " ".join(run("--plain", stdin="".join(f"{words}\n" for words in (*before, typed))).out.split())
    assert hint in out.split(f"> {typed} ")[-1]


def test_possible_and_ruled_out_are_told_apart(run) -> None:
    """Each list says how many it holds, and holds nothing of the other."""
    _, possible, ruled_out = re.split("> possible|> ruled out", _hire(run, "party", "possible", "ruled out"))
    assert possible.startswith(" 3 outcomes of 5 still possible:")
    assert "2 ruled out; type ruled out to hear why." in possible
    assert ruled_out.startswith(
        " 2 outcomes of 5 ruled out: - A permit is needed before you invite anyone (Event: A pr"
    )
    assert "No permit needed" not in ruled_out


def test_switches_say_where_the_person_is(run) -> None:
    """The start announces itself, and a situation its name."""
    out = _hire(run, "party", "30", "home", "home", "new situation", "undo", "new situation", "situations", "1")
    assert out.count("You are at the start.") == 2
    assert re.search(r"Back in the situation of before: \w+ \d+ \w+ \d{4}: No permit needed\.", out)
    assert re.search(r"Back in this situation, with 2 answers: \w+ \d+ \w+ \d{4}: No permit needed\.", out)


@pytest.mark.parametrize("typed", ["home", "quit", "undo", "?", "settings", "set nation Wales"])
def test_command_is_no_answer_while_one_is_changed(typed, run) -> None:
    """Who wants to leave a change hears how, and the answer stays."""
    out = _hire(run, "party", "change 1", typed, "keep").split(f"> {typed}")[1]
    assert out.startswith(" An answer is being changed: type keep to leave it as it was, and then that command.")
    assert "> keep Kept as it was." in out
