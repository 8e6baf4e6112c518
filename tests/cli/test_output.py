"""What every command prints, byte for byte, against the golden transcripts in ``tests/cases``."""

from __future__ import annotations

import shlex

import pytest

from guide_tui.cli.main import COMMANDS

CONCERT = """\
event: concert
helpers: [kitchen, doors]
licence: "no"
first-day: 2026-09-05
"""

CASES = {
    "trees": [("trees", ""), ("trees --json", "")],
    "read": [
        ("read", ""),
        ("read rules", ""),
        ("read hall-rules/notice", ""),
        ("read lost", ""),
        ("read how-early", ""),
        ("read permit", ""),
    ],
    "read-check": [("read hire", "")],
    "read-json": [
        ("read --json", ""),
        ("read rules --json", ""),
        ("read hall-rules/notice --json", ""),
        ("read how-early --json", ""),
        ("read lost-key --json", ""),
        ("read permit --json", ""),
        ("read question:hire/event --json", ""),
        ("read outcome:hire/permit --json", ""),
        ("term --json", ""),
        ("term EP --json", ""),
    ],
    "read-node": [
        ("read outcome:hire/permit", ""),
        ("read outcome:hire/free", ""),
        ("read question:hire/helpers", ""),
        ("read question:hire/guests", ""),
        ("read outcome:hire/permitt", ""),
    ],
    "handbook": [("read --all", "")],
    "term": [("term", ""), ("term Licence", ""), ("term e.p.", "")],
    "ask": [
        ("ask how early must we apply for a permit --limit 1", ""),
        ("ask hou erly must we aply for a permit --limit 1", ""),
        ("ask who keeps the key --limit 1", ""),
        ("ask zebra crossing", ""),
        ("ask --from - --limit 1", "what if we lose the key?\n\n  zebra crossing  \n"),
        ("ask --from -", "\n \n"),
    ],
    "check-outcomes": [
        ("check hire --answers - --today 2026-06-01", "event: party\nguests: 30\n"),
        ("check hire --answers - --today 2026-06-01", "event: party\nguests: 121\n"),
        ("check hire --answers - --today 2026-06-01", "event: concert\nhelpers: nobody\n"),
        ("check hire --answers - --today 2026-06-01", "event: not-sure\n"),
    ],
    "check-deadlines": [
        ("check hire --answers - --today 2026-06-01", CONCERT),
        ("check hire --answers - --today 2026-08-24", "event: market\nfirst-day: 2026-09-04\n"),
        ("check hire --answers - --today 2026-06-01", "event: market\nfirst-day: 2026-06-01\n"),
        ("check hire --answers - --today 2026-06-01", "event: market\nfirst-day: not-sure\n"),
    ],
    "check-open": [
        ("check hire --answers - --today 2026-06-01", "event: party\n"),
        ("check hire --answers - --today 2026-06-01", "{}\n"),
        ("check keys --answers - --today 2026-06-01", '{"event": "market"}\n'),
    ],
    "check-json": [
        ("check hire --answers - --today 2026-06-01 --json", CONCERT),
        ("check hire --answers - --today 2026-06-01 --json", "event: concert\n"),
    ],
    "paths": [
        ("paths hire --today 2026-06-01", ""),
        ("paths hire --today 2026-06-01 --limit 2", ""),
        ("paths hire --today 2026-06-01 --detail --limit 1 --json", ""),
    ],
    "graph": [
        ("graph hire", ""),
        ("graph keys --format dot", ""),
        ("graph keys --format svg", ""),
        ("graph hire --format text", ""),
        ("graph hire --format text --answers - --today 2026-06-01", "event: concert\n"),
        ("graph keys --answers - --today 2026-06-01", "event: market\n"),
        ("graph hire --mine --answers -", "event: concert\n"),
        ("graph higher", ""),
    ],
    "coverage": [("coverage", ""), ("coverage --json", "")],
    "lint": [
        ("lint", ""),
        ("lint --json", ""),
        ("lint tests/cases/library", ""),
        ("lint tests/cases/faulty.yaml", ""),
        ("lint tests/cases/faulty.yaml --json", ""),
        ("lint tests/cases/circle.yaml", ""),
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_command_prints_what_its_transcript_shows(name, run, golden) -> None:
    """What a command says, on both streams and by its exit code, stays as a person last read it."""
    lines = []
    for command, stdin in CASES[name]:
        ran = run(*shlex.split(command), stdin=stdin)
        typed = "".join(f"< {line}\n" for line in stdin.splitlines())
        lines.append(f"$ guide {command}\n{typed}{ran.out}[exit {ran.code}]\n{'! ' if ran.err else ''}{ran.err}\n")
    golden(name, "".join(lines))


def test_every_command_has_a_transcript() -> None:
    """A command cannot be added without showing what it prints; where the folders are depends on the computer."""
    shown = {command.split()[0] for commands in CASES.values() for command, _ in commands}
    assert shown == set(COMMANDS) - {"where"}


def test_where_names_the_places(run, tmp_path) -> None:
    """A person can find out what is read, where their answers and settings are, and where to write down closed days."""
    ran = run("where")
    data = tmp_path / "data"
    settings = tmp_path / "config" / "settings.toml"
    assert ran.out.startswith(
        f"content: tests/cases/library\nanswers: {data}\nyour closed days: {data / 'closed-days.txt'}\n"
        f"your settings: {settings}\n"
    )
    assert (ran.code, ran.err) == (0, "")


def test_help_lists_every_command(run) -> None:
    """The help names every command with its line, and says what comes without one."""
    ran = run("--help")
    assert ran.code == 0
    assert "Without a command, the app opens; where it cannot be drawn" in ran.out
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name, run) -> None:
    """Each command explains itself, on stdout and without reading anything."""
    ran = run(name, "--help", library="/nowhere")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: guide ")


def test_version_is_printed(run) -> None:
    """A person can say which version they have."""
    ran = run("--version")
    assert ran.code == 0
    assert ran.out.startswith("guide, version ")


NODES = ["read outcome:hire/permit", "read question:hire/helpers"]


@pytest.mark.parametrize("columns", [20, 33, 60])
@pytest.mark.parametrize(
    "command",
    ["check hire --answers -", "read rules", "read how-early", "term EP", "ask how early", "read hire", *NODES],
)
def test_no_line_is_wider_than_the_terminal(command, columns, run) -> None:
    """Lines fit a narrow terminal; only a name longer than a line stands out, so that it can be copied."""
    ran = run(*command.split(), stdin=CONCERT, columns=columns)
    assert ran.out
    for line in ran.out.splitlines():
        assert len(line) <= columns or len(line.split()) == 1, line


def test_closed_days_of_the_centre_move_a_deadline(run, tmp_path) -> None:
    """A deadline on a day on which the centre is closed advises the working day before; a wrong line is told."""
    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    (data / "closed-days.txt").write_text("2026-07-20 to 2026-07-31: Summer closure\nnext week\n", encoding="utf-8")
    answers = "event: market\nfirst-day: 2026-09-07\n"
    ran = run("check", "hire", "--answers", "-", "--today", "2026-06-01", stdin=answers)
    said = " ".join(ran.out.split())
    assert "by Monday 27 July 2026 (Summer closure), a day off, so better by Friday 17 July 2026" in said
    assert "your own closed days are left out" in said
    assert ran.err.startswith("Line 2 of ")
