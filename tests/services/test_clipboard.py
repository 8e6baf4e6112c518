"""The clipboard of the computer: which programs reach it, and that none of them can hold the app up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guide_tui.services.clipboard import ClipboardProgram, clipboard_programs, put_on_clipboard


@pytest.mark.parametrize(
    ("platform", "environment", "names"),
    [
        ("darwin", {}, ["pbcopy"]),
        ("win32", {}, ["clip.exe"]),
        ("linux", {"WSL_DISTRO_NAME": "Ubuntu", "DISPLAY": ":0"}, ["clip.exe", "xclip", "xsel"]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ("linux", {"TERMUX_VERSION": "0.118"}, ["termux-clipboard-set"]),
        ("linux", {}, []),
        ("darwin", {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, []),
        ("win32", {"SSH_TTY": "/dev/pts/1"}, []),
        ("linux", {"SSH_CONNECTION": "x", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, []),
        ("linux", {"SSH_CONNECTION": "x", "DISPLAY": "localhost:10.0"}, ["xclip", "xsel"]),
    ],
)
def test_programs_that_reach_the_person(platform: str, environment: dict[str, str], names: list[str]) -> None:
    """From afar, only what is drawn where the person sits is reached; without a display, nothing is."""
    found = clipboard_programs(platform, environment, lambda name: name)
    assert [program.command[0] for program in found] == names


def test_programs_that_are_not_installed_are_left_out() -> None:
    """Only what is there is tried."""
    found = clipboard_programs("linux", {"DISPLAY": ":0"}, lambda name: name if name == "xsel" else None)
    assert [program.command for program in found] == [("xsel", "--clipboard", "--input")]


def python(code: str, encoding: str = "utf-8") -> ClipboardProgram:
    return ClipboardProgram((sys.executable, "-c", code), encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_text_arrives_whole(tmp_path: Path, encoding: str) -> None:
    """Every letter arrives, in the encoding that the program reads."""
    target = tmp_path / "clipboard"
    code = f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    assert put_on_clipboard("Naïve – “£5”\n", [python(code, encoding)])
    assert target.read_bytes().decode(encoding) == "Naïve – “£5”\n"


def test_the_next_program_is_tried_where_one_fails() -> None:
    """A program that is missing, refuses or hangs is passed over; whether any worked is told, and nothing is raised."""
    missing = ClipboardProgram(("no-such-program-anywhere",))
    refuses = python("raise SystemExit(1)")
    hangs = python("import time; time.sleep(60)")
    assert not put_on_clipboard("text", [])
    assert not put_on_clipboard("text", [missing, refuses, hangs], patience=0.5)
    assert put_on_clipboard("text", [missing, refuses, python("")])


def test_a_text_that_nobody_reads_is_no_failure() -> None:
    """A program that ends well without reading a long text raises nothing."""
    assert put_on_clipboard("x" * 1_000_000, [python("")]) in (True, False)
