"""The command as a program: what only the operating system can do to it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, pipes and terminals of POSIX")


@posix
def test_ctrl_c_ends_a_check_and_keeps_the_answers(start) -> None:
    """Ctrl-C in the middle of a check ends it with 130, and what was answered is there the next time."""
    first = start("check", "hire")
    first.stdin.write(b"1\n")
    first.stdin.flush()
    seen = b""
    while b"How many guests" not in seen:
        seen += first.stdout.read1()
    first.send_signal(signal.SIGINT)
    out, err = first.communicate(timeout=30)
    assert first.returncode == 130
    assert out.decode().endswith("Stopped. Your answers are kept; start the check again to go on.\n")
    assert err.decode().strip() == "Interrupted."
    again, _ = start("check", "hire").communicate(b"", timeout=30)
    assert "1. Event: A private party" in again.decode()


@posix
@pytest.mark.parametrize("arguments", [("read", "--all"), ("trees",), ("paths", "hire"), ("ask", "key", "--json")])
def test_reader_that_has_seen_enough_is_not_answered_back(arguments, start) -> None:
    """``guide ... | head`` ends quietly, however little there was to print."""
    read, write = os.pipe()
    os.close(read)
    ran = start(*arguments, stdout=write)
    os.close(write)
    _, err = ran.communicate(timeout=30)
    assert err == b""
    assert ran.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_told(start) -> None:
    """Output that cannot be written is an error with a message."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = start("trees", stdout=full)
        _, err = ran.communicate(timeout=30)
    assert ran.returncode == 1
    assert err.decode() == "guide: The output cannot be written: No space left on device. Check where it goes.\n"


@posix
def test_closed_output_is_no_crash(start) -> None:
    """A program without an output has nobody to print for."""
    ran = start("trees", preexec_fn=lambda: os.close(1))
    _, err = ran.communicate(timeout=30)
    assert (ran.returncode, err) == (0, b"")


@posix
@pytest.mark.parametrize(
    "arguments", [("check", "hire"), ("check", "hire", "--answers", "-"), ("ask", "--from", "-"), ("lint",), ()]
)
def test_closed_input_is_no_crash(arguments, start) -> None:
    """A program without an input has nobody to ask."""
    ran = start(*arguments, preexec_fn=lambda: os.close(0))
    _, err = ran.communicate(timeout=30)
    assert b"Traceback" not in err
    assert ran.returncode in (0, 1, 2)


@posix
def test_messages_never_get_among_the_data(start) -> None:
    """Without an error output a message is lost, and stdout holds nothing but data."""
    ran = start("chek", preexec_fn=lambda: os.close(2))
    out, _ = ran.communicate(timeout=30)
    assert (ran.returncode, out) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_messages_that_cannot_be_written_leave_the_exit_code(start) -> None:
    """A full disk for messages does not turn a usage error into a crash."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = start("chek", stderr=full)
        ran.communicate(timeout=30)
    assert ran.returncode == 2


@posix
def test_guide_speaks_in_lines_where_it_cannot_be_drawn(start) -> None:
    """A terminal without a cursor gets the plain mode at once, with a line that says why."""
    from tests.cli.terminal import Terminal

    terminal = Terminal(start, env={"TERM": "dumb"})
    terminal.read_until("> ")
    terminal.type("lost key\n")
    terminal.read_until("Tell the keyholder at once.")
    terminal.read_until("or help.\r\n> ")
    terminal.type("quit\n")
    assert terminal.end() == 0
    said = terminal.said.decode().replace("\r", "")
    assert said.startswith('The app cannot be drawn here, because this terminal (TERM is "dumb")')
    # What is typed stands there once: the terminal echoes it.
    assert said.count("lost key\n") == 1
    assert "\x1b" not in said


@posix
def test_guide_speaks_in_lines_through_pipes(start) -> None:
    """Without a terminal the plain mode runs too: a transcript on stdout, and why on stderr."""
    ran = start(env={"TERM": "xterm-256color"})
    out, err = ran.communicate(b"checks\n1\nparty\n", timeout=30)
    assert ran.returncode == 0
    assert (
        err == b"The app cannot be drawn here, because the input is not a terminal, so everything goes line by line.\n"
    )
    assert b"> party\nEvent: A private party.\n" in out
    assert b"\x1b" not in out


@posix
def test_bytes_that_are_no_text_are_asked_about(start) -> None:
    """A stray byte on the input of a check is answered like any other word that fits nothing."""
    out, err = start("check", "hire").communicate(b"\xff\xfe\n1\n", timeout=30)
    assert b"That matches none of the answers." in out
    assert b"How many guests will come?" in out
    assert err == b""


@posix
def test_argument_that_is_no_text_is_searched_for(start) -> None:
    """A stray byte in an argument is no crash."""
    ran = start("ask", os.fsdecode(b"key\xff"))
    out, err = ran.communicate(timeout=30)
    assert ran.returncode == 0, err
    assert out


def test_commands_do_not_load_the_terminal_app(start) -> None:
    """What prints a line does not pay for what draws a screen."""
    import subprocess

    code = "import sys; from guide_tui.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "print([name for name in ('textual', 'rich', 'yaml', 'holidays', 'sqlite3') if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
