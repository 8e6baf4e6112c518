"""A check as a conversation in plain lines, as whole transcripts."""

from __future__ import annotations

import pytest

TALKS = {
    "talk-straight": [["hello", "2", "doors and cooks", "yes", "5 September 2026", ""]],
    "talk-commands": [
        [
            "why",
            "?",
            "help",
            "answers",
            "back",
            "undo",
            "change",
            "change 7",
            "possible",
            "concert",
            "stewards",
            "back",
            "1",
            "undo",
            "answers",
            "restart",
            "undo",
            "possible",
            "again",
            "what is an EP?",
            "term licence",
            "term lisence",
            "ask lost key",
            "ask zebra crossing",
            "how early must we apply?",
            "save",
            "next",
            "quit",
        ]
    ],
    "talk-change": [
        [
            "concert",
            "1 and 3",
            "no",
            "not sure",
            "change 1",
            "zebra",
            "party",
            "no",
            "change 1",
            "",
            "change 4",
            "4/9/2026",
            "change 1",
            "a market",
            "yes",
            "answers",
            "undo",
            "why",
            "help",
            "zebra",
            "",
        ]
    ],
    "talk-onward": [
        [
            "party",
            "30",
            "sources",
            "1",
            "read 9",
            "read 1",
            "what does EP mean",
            "back",
            "121",
            "next",
            "change 2",
            "30",
            "maybe not",
            "yes",
            "next",
            "1",
            "Ann",
            "2",
            "sources",
            "2",
            "quit",
        ]
    ],
    "talk-return": [["concert", "2, 1"], ["answers", "back", "doors", "not sure", "quit"], ["--fresh", "undo"]],
    "talk-number": [["party", "1000", "1", "change 2", "i do not know", "back", "121", ""]],
}


@pytest.mark.parametrize("name", TALKS)
def test_conversation_reads_as_its_transcript(name, run, golden) -> None:
    """The whole conversation, typed words included, stays as a person last read it; nothing of it goes to stderr."""
    said = []
    for typed in TALKS[name]:
        options = [word for word in typed if word.startswith("--")]
        words = [word for word in typed if not word.startswith("--")]
        ran = run("check", "hire", "--today", "2026-06-01", *options, stdin="".join(f"{word}\n" for word in words))
        assert (ran.code, ran.err) == (0, "")
        said.append(f"$ guide check hire --today 2026-06-01{''.join(f' {each}' for each in options)}\n{ran.out}\n")
    golden(name, "".join(said))


def test_answers_stay_when_the_input_ends(run) -> None:
    """A lost connection loses no answer: the next check starts with what was told."""
    run("check", "hire", stdin="party\n")
    again = run("check", "hire")
    assert "You have told us before, 1 answer:\n  1. Event: A private party\n" in again.out
    assert "Question 2, the last one.\nHow many guests will come?" in again.out
    assert again.out.endswith("Stopped. Your answers are kept; start the check again to go on.\n")


def test_answer_to_one_check_is_known_to_the_other(run) -> None:
    """A question that two checks ask is answered once."""
    run("check", "hire", stdin="party\n")
    assert "You have told us before, 1 answer:\n  1. Event: A private party\n" in run("check", "keys").out


def test_check_with_a_file_keeps_nothing(run) -> None:
    """Answers from a file are one-off: the person's own stay as they were."""
    run("check", "hire", stdin="party\n")
    run("check", "hire", "--answers", "-", stdin="event: market\n")
    assert "A private party" in run("check", "hire").out


def test_fresh_check_forgets_and_undo_brings_back(run) -> None:
    """--fresh begins anew, and is no trap: the answers come back with undo."""
    run("check", "hire", stdin="party\n")
    ran = run("check", "hire", "--fresh", stdin="undo\n")
    assert ran.out.index("What will you do in the hall?") < ran.out.index("How many guests will come?")


def test_open_check_as_json_takes_up_the_answers_that_are_kept(run) -> None:
    """A program sees where the person stands."""
    import json

    run("check", "hire", stdin="party\n")
    position = json.loads(run("check", "hire", "--json").out)
    assert position["state"] == "question"
    assert position["question"]["id"] == "guests"
    assert position["possible"] == ["free", "too-many", "find-out"]
    assert position["most_questions"] == 1


def test_another_day_shows_the_outcome_again_with_its_new_dates(run) -> None:
    """After a change that leads to the same outcome, the deadlines that moved are printed."""
    typed = ["market", "2026-09-05", "change 2", "2026-10-05", ""]
    ran = run("check", "hire", "--today", "2026-06-01", stdin="".join(f"{word}\n" for word in typed))
    assert "By Saturday 25 July 2026" in ran.out
    assert "By Monday 24 August 2026" in ran.out
    assert ran.out.count("APPROVAL NEEDED. A permit is needed before you invite anyone.") == 2


def test_word_that_begins_like_a_command_can_be_an_answer(run) -> None:
    """An answer in the person's own words is not taken for a command."""
    ran = run("check", "keys", stdin="party\nChange of holder pending\n")
    assert "Holder of the key: Change of holder pending." in ran.out
    assert "The key is yours for the day" in ran.out


@pytest.mark.parametrize("typed", ["9" * 5000, "change " + "9" * 5000, "option 9", "0"])
def test_number_of_no_answer_is_asked_about(typed, run) -> None:
    """No number is too long to be answered politely."""
    ran = run("check", "hire", stdin=f"{typed}\n")
    assert (ran.code, ran.err) == (0, "")
    assert "There is no answer" in ran.out or "You have not answered anything yet." in ran.out


@pytest.mark.parametrize(("typed", "said"), [("back", "There is no answer to take back."), ("undo", "nothing to undo")])
def test_command_without_effect_says_so(typed, said, run) -> None:
    """Nothing happens in silence: who cannot see the screen must hear that nothing was done."""
    assert said in run("check", "hire", stdin=f"{typed}\n").out


def test_answers_that_cannot_be_kept_are_not_said_to_be(run, tmp_path) -> None:
    """Where the data folder cannot be used, the person is told at once, and not comforted at the end."""
    (tmp_path / "file").touch()
    ran = run("--data", str(tmp_path / "file"), "check", "hire", stdin="party\n")
    assert ran.code == 0
    assert "will not be kept" in ran.err
    assert "Your answers are kept" not in ran.out
    assert "will not be kept" in " ".join(ran.out.split("Stopped.")[1].split())
