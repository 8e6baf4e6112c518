"""What the command says when it is asked for something that it cannot do, and with which exit code."""

from __future__ import annotations

import pytest

NASTY = "\x1b]52;c;xx\x07\u202e\x9b"
"""Would reach into the clipboard, turn the writing round and begin a control sequence."""


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "said"),
    [
        ("chek hire", "", 2, 'there is no command "chek". Did you mean "check"?'),
        ("zebra", "", 2, 'there is no command "zebra".\nTry: guide --help'),
        ("check", "", 2, "Missing argument 'TREE'."),
        ("check hire --today 2026-02-30", "", 2, "'2026-02-30' does not match the format '%Y-%m-%d'"),
        ("check hire --today tomorrow", "", 2, "--today"),
        ("check hire --nope", "", 2, "--nope"),
        ("paths hire --limit 0", "", 2, "0 is not in the range x>=1"),
        ("ask", "", 2, "give a question, or --from with a file of questions"),
        ("ask a question --from -", "", 2, "give a question, or --from with a file of questions"),
        ("ask a question --limit 51", "", 2, "51 is not in the range 1<=x<=50"),
        ("read rules --all", "", 2, "give a NAME, or --all, not both"),
        ("check hier", "", 1, 'There is no check called "hier". Did you mean "hire"?'),
        ("paths hier", "", 1, 'There is no check called "hier". Did you mean "hire"?'),
        ("term hall permt", "", 1, 'There is no term called "hall permt". Did you mean "hall permit"'),
        ("term !?", "", 1, 'There is no term called "!?".'),
        ("read how-erly", "", 1, 'There is no text called "how-erly". Did you mean "how-early"'),
        ("read hall-rules/nowhere", "", 1, 'There is no text called "hall-rules/nowhere".'),
        ("lint nowhere.yaml", "", 1, 'There is no file or folder "nowhere.yaml". Check the name.'),
        ("ask --from nowhere.txt", "", 1, 'The file "nowhere.txt" cannot be read: No such file or directory.'),
        ("ask --from tests", "", 1, 'The file "tests" cannot be read: Is a directory.'),
        ("ask --from -", b"one\ntw\xff\n", 1, "Standard input is not UTF-8 text, line 2. Save it as UTF-8."),
        ("check hire --answers nowhere.yaml", "", 1, '"nowhere.yaml" cannot be read: No such file or directory.'),
        ("check hire --answers tests", "", 1, '"tests" is a folder. Name a file of answers.'),
        ("check hire --answers -", b"event: \xff\n", 1, '"standard input" is not UTF-8 text, line 1.'),
        ("check hire --answers -", "event: [party\n", 1, "standard input:"),
        ("check hire --answers -", "- party\n", 1, "standard input:1:1:"),
        ("check hire --answers -", "event: party\nevent: market\n", 1, "standard input:2:1:"),
        ("check hire --answers -", '{"event": "party", "event": "market"}', 1, '"event" is answered twice'),
        ("check hire --answers -", '{"event": ', 1, "standard input:1:11: this is not JSON"),
        ("check hire --answers -", '{"event": null}', 1, 'the answer to "event" is not a text or a list of texts'),
        ("check hire --answers -", "evnt: party\n", 1, 'no check asks a question "evnt"'),
        ("check hire --answers -", "evnt: party\n", 1, 'Did you mean "event"?'),
        ("check hire --answers -", "event: partty\n", 1, 'standard input:1:8: the answer to "event": "partty" is not'),
        ("check hire --answers -", "event: partty\n", 1, 'Did you mean "party"?'),
        ("check hire --answers -", "guests: 0\n", 1, "The smallest number accepted is 1"),
        ("check hire --answers -", "guests: many\n", 1, '"many" is not a whole number'),
        ("check hire --answers -", "helpers: [doors, nobody]\n", 1, '"nobody" cannot be combined'),
        ("check hire --answers -", "first-day: 2026-02-30\n", 1, '"2026-02-30" is not a day'),
    ],
)
def test_refusal_tells_what_to_try(arguments, stdin, code, said, run) -> None:
    """A refusal stands on stderr with the place and the remedy, leaves stdout empty and has its exit code."""
    ran = run(*arguments.split(), stdin=stdin)
    assert said in ran.err
    assert (ran.code, ran.out) == (code, "")
    assert "Traceback" not in ran.err


def test_every_fault_of_a_file_of_answers_is_told_at_once(run) -> None:
    """A person need not run the command once per mistake."""
    ran = run("check", "hire", "--answers", "-", stdin="event: partty\nguests: 0\nevnt: party\n")
    assert [line.split(":")[:3] for line in ran.err.removeprefix("guide: ").splitlines()] == [
        ["standard input", "1", "8"],
        ["standard input", "2", "9"],
        ["standard input", "3", "7"],
    ]


def test_answers_to_other_checks_are_accepted(run) -> None:
    """One file of answers serves every check, because a case does."""
    ran = run("check", "hire", "--answers", "-", stdin="event: party\nholder: Ann\nguests: 3\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No permit needed")


def test_folder_without_a_library_is_refused(run, tmp_path) -> None:
    """A mistyped folder is told, not served as an empty library."""
    ran = run("trees", library=tmp_path / "nothing")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("guide: ")


@pytest.mark.parametrize("command", ["trees", "check hire", "ask key"])
def test_broken_tree_is_told_once_and_the_rest_is_served(command, run, other_library) -> None:
    """One author's mistake does not take the other checks away, and does not spoil the data on stdout."""
    root = other_library({"decision_trees/keys.yaml": "id: keys\ntitle: Broken\n"})
    ran = run(*command.split(), library=root)
    assert ran.code == 0
    assert "hire" in ran.out or "hall" in ran.out
    assert "Part of the library cannot be used" in ran.err
    assert "decision_trees/keys.yaml" in ran.err
    assert ran.err.count("The rest is served. Run: guide lint") == 1
    assert "Part of the library" not in ran.out


def test_tree_that_goes_round_is_not_walked(run, other_library) -> None:
    """A check that would never end is held back; the others are offered."""
    looped = """\
id: keys
title: Round
about: Goes round.
start: event
questions:
  event: {next: {party: door, else: end}}
  door: {ask: Open?, short: Door, why: Why., cite: key-leaflet/keys, kind: yes-no, next: {"yes": event, "no": end}}
outcomes:
  end: {verdict: End, tone: fine, says: End., cite: key-leaflet/keys}
"""
    root = other_library({"decision_trees/keys.yaml": looped})
    ran = run("trees", library=root)
    assert "hire:" in ran.out
    assert "keys:" not in ran.out
    assert "circle" in ran.err


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        ((NASTY,), ""),
        (("ask", NASTY), ""),
        (("ask", f"lost {NASTY} key"), ""),
        (("ask", "--json", NASTY), ""),
        (("ask", "--from", "-"), NASTY + "\n"),
        (("ask", "--from", "-", "--json"), NASTY + "\n"),
        (("ask", "--from", NASTY), ""),
        (("check", NASTY), ""),
        (("check", "hire", "--today", NASTY), ""),
        (("check", "hire", "--answers", NASTY), ""),
        (("check", "hire", "--answers", "-"), f"{NASTY}: party\n"),
        (("check", "hire", "--answers", "-"), '{"event": "\\u001b]52;c;xx\\u0007\\u202e\\u009b"}'),
        (("check", "keys", "--answers", "-"), '{"event": "party", "holder": "\\u001b]52;c;xx\\u0007\\u202e\\u009b"}'),
        (("check", "keys", "--answers", "-", "--json"), '{"event": "party", "holder": "\\u202e\\u009b\\u007f"}'),
        (("check", "keys"), f"party\n{NASTY}\nanswers\n"),
        (("check", "hire"), f"{NASTY}\n"),
        (("check", "hire"), f"concert\n1 and {NASTY}\n"),
        (("term", NASTY), ""),
        (("read", NASTY), ""),
        (("paths", NASTY), ""),
        (("lint", NASTY), ""),
        (("--library", NASTY, "where"), ""),
        (("--library", NASTY, "trees"), ""),
        (("--data", NASTY, "where"), ""),
    ],
)
def test_control_characters_never_reach_the_terminal(arguments, stdin, run, tmp_path, monkeypatch) -> None:
    """Whatever a person is talked into pasting, the terminal is not told to act on it."""
    ran = run(*arguments, stdin=stdin)
    assert "Traceback" not in ran.err
    assert ran.out + ran.err
    for character in "\x1b\x07\u202e\x9b\x7f":
        assert character not in ran.out + ran.err


def test_json_holds_the_query_as_it_was_typed(run) -> None:
    """Characters that a terminal could act on are escaped in JSON, and so are not lost."""
    import json

    assert json.loads(run("ask", "--json", NASTY).out)["query"] == NASTY


def test_questions_from_a_file_give_one_object_each(run, tmp_path) -> None:
    """A program can ask many questions at once and gets the keys that are promised."""
    import json

    file = tmp_path / "questions.txt"
    file.write_bytes("\ufeffwho keeps the key\r\n\r\nzebra crossing\r\n".encode())
    ran = run("ask", "--from", str(file), "--json")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert [answer["query"] for answer in answers] == ["who keeps the key", "zebra crossing"]
    assert all({"query", "confident", "corrected", "hits"} <= set(answer) for answer in answers)
    assert [answer["confident"] for answer in answers] == [True, False]
    hits = [hit for answer in answers for hit in answer["hits"]]
    assert hits
    assert all({"id", "kind", "title", "text", "score", "citations"} <= set(hit) for hit in hits)
    assert all(0 <= hit["score"] <= 1 for hit in hits)
    assert hits[0]["citations"] == ["key-leaflet/keys", "key-leaflet/lost"]


def test_app_is_not_opened_without_a_terminal(run) -> None:
    """Where no app can be drawn, the plain mode begins, and stderr says why."""
    ran = run()
    assert ran.code == 0
    assert ran.out.startswith("Hall guide, in plain lines.")
    assert (
        ran.err
        == "The app cannot be drawn here, because the input is not a terminal, so everything goes line by line.\n"
    )
