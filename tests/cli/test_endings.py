"""How the program ends when it is ended: the terminal, the exit code, the answers, and what the person is told."""

from __future__ import annotations

import re
import signal
import sys

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")

if sys.platform != "win32":
    from tests.cli.terminal import SET_UP, Terminal

READY = "May we use the hall?"
"""Stands on the home screen once it is drawn."""


@pytest.fixture(autouse=True)
def _no_first_start(tmp_path) -> None:
    """The page of the first start has been read."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("welcome_seen = true\n", encoding="utf-8")


CRASHES = {
    "in a handler": "def crash(app): app.keeper.responses()['a secret']",
    "in a worker": "def crash(app): app.run_worker(fail)",
    "in a thread": "def crash(app): app.run_worker(lambda: int('a secret'), thread=True)",
    "in a timer": "def crash(app): app.set_timer(0.01, lambda: int('a secret'))",
    "while drawing": """
from textual.widgets import Static
def crash(app):
    Static.render_line = lambda self, y: int('a secret')
    app.screen.query(Static).refresh()
""",
}
"""Code that makes the app fail in different places."""

PRELUDE = """
import asyncio, os, signal
from guide_tui.cli.main import main
from guide_tui.tui.app import GuideApp
async def fail(): raise ValueError('a secret')
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
take_signals = GuideApp._take_signals
def take(app):
    take_signals(app)
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, app.call_later, lambda: crash(app) and None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
GuideApp._take_signals = take
"""
"""Code that makes the app call ``crash`` when it gets SIGUSR1."""


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_app_that_is_told_to_end_leaves_the_terminal_as_it_was(name, start) -> None:
    """Whoever logs out or closes the window behind the app gets the old screen back."""
    terminal = Terminal(start)
    terminal.read_until(READY)
    terminal.program.send_signal(getattr(signal, name))
    assert terminal.end() == 128 + getattr(signal, name)
    assert terminal.left_over == []
    assert terminal.after.strip() == ""


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_app_that_is_told_to_end_while_it_starts_leaves_the_terminal_as_it_was(name, start) -> None:
    """A signal that comes while the terminal is being set up waits until it can be taken down again."""
    code = f"{PRELUDE}\nfrom textual.drivers.linux_driver import LinuxDriver\n" + (
        "begin = LinuxDriver.start_application_mode\n"
        "def at_once(self):\n"
        f"    begin(self); os.kill(os.getpid(), signal.{name})\n"
        "LinuxDriver.start_application_mode = at_once\n"
    )
    terminal = Terminal(start, code=code)
    assert terminal.end() == 128 + getattr(signal, name)
    assert SET_UP["alternate screen"][0] in terminal.said
    assert terminal.left_over == []


@posix
@pytest.mark.parametrize("place", CRASHES)
def test_app_that_fails_leaves_the_terminal_clean_and_says_one_sentence(place, start, tmp_path) -> None:
    """A fault anywhere in the app gives back the old screen, with a sentence on it and the place of a log."""
    terminal = Terminal(start, code=PRELUDE + CRASHES[place])
    terminal.read_until(READY)
    terminal.program.send_signal(signal.SIGUSR1)
    assert terminal.end() == 70
    assert terminal.left_over == []
    log = tmp_path / "data" / "failure.log"
    assert " ".join(terminal.after.split()) == (
        "guide: The program has ended because of a fault in it; your answers are kept as usual, "
        f'and a note of the fault, which holds none of them, is in "{log}".'
    )
    assert b"secret" not in terminal.said
    assert "secret" not in log.read_text(encoding="utf-8")
    assert "textual/" in log.read_text(encoding="utf-8")


@posix
@pytest.mark.parametrize("spoilt", ["on_mount", "compose", "__init__"])
def test_app_that_fails_at_its_start_leaves_the_terminal_clean(spoilt, start, tmp_path) -> None:
    """A fault before anything is drawn ends as tidily as one after it."""
    code = f"""{PRELUDE}
from guide_tui.tui.screens.home import HomeScreen
def spoil(self, *_, **__): int('a secret')
HomeScreen.{spoilt} = spoil
"""
    terminal = Terminal(start, code=code)
    assert terminal.end() == 70
    assert terminal.left_over == []
    assert "your answers are kept as usual" in " ".join(terminal.after.split())
    assert b"Traceback" not in terminal.said
    assert "ValueError" in (tmp_path / "data" / "failure.log").read_text(encoding="utf-8")


LOADING = """
import time
from guide_tui.cli.main import main
from guide_tui.cli.session import Session
settings = Session.settings
Session.settings = property(lambda self: LATE(self))
"""
"""Code that has something happen while the app is loaded, after its first frame was drawn."""


@posix
def test_words_typed_before_the_app_is_there_are_in_the_ask_box(start) -> None:
    """Who types at once finds the words where they belong, and what they find."""
    code = LOADING + "def LATE(session): time.sleep(1); return settings.__get__(session)"
    terminal = Terminal(start, code=code)
    terminal.read_until("Opening the guide")
    terminal.type("zebra crossing")
    terminal.read_until("This guidance does not seem to answer that.")
    terminal.program.send_signal(signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert terminal.left_over == []


@posix
@pytest.mark.parametrize(
    ("late", "code", "said"),
    [
        ("raise KeyboardInterrupt", 130, "Interrupted."),
        ("from guide_tui.errors import InputError; raise InputError('Not so.')", 1, "guide: Not so."),
        ("int('a secret')", 70, "guide: The program has ended because of a fault in it;"),
    ],
)
def test_loading_that_fails_gives_the_old_screen_back(late, code, said, start) -> None:
    """Whatever goes wrong behind the first frame is told on the screen that the person came from."""
    terminal = Terminal(start, code=f"{LOADING}\ndef LATE(session): {late}")
    assert terminal.end() == code
    assert terminal.left_over == []
    assert SET_UP["alternate screen"][0] in terminal.said
    assert " ".join(terminal.after.split()).startswith(said)


@posix
def test_what_is_told_while_the_app_is_loaded_is_not_lost(start, other_library) -> None:
    """A fault of the library is told on the old screen when the app has left, not drawn over by it."""
    root = other_library({"decision_trees/keys.yaml": "id: keys\ntitle: Broken\n"})
    terminal = Terminal(start, "--library", str(root))
    terminal.read_until(READY)
    terminal.program.send_signal(signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert terminal.after.strip().startswith("Part of the library cannot be used")


@posix
def test_answer_given_before_a_fault_is_kept(start) -> None:
    """Nothing entered is lost: the answer is there when the program is started again."""
    terminal = Terminal(start, code=PRELUDE + CRASHES["in a handler"])
    terminal.read_until(READY)
    terminal.type("\r")
    terminal.read_until("What will you do in the hall?")
    terminal.type("1")
    terminal.read_until("How many guests will come?")
    terminal.program.send_signal(signal.SIGUSR1)
    assert terminal.end() == 70
    again, _ = start("check", "hire").communicate(b"", timeout=30)
    assert "1. Event: A private party" in again.decode()


@posix
@pytest.mark.parametrize(
    ("arguments", "stdin"), [(("trees",), b""), (("--plain",), b"checks\n"), (("check", "hire"), b"1\n")]
)
def test_command_that_fails_says_one_sentence(arguments, stdin, start, tmp_path) -> None:
    """A fault in a command or the plain mode gives a sentence, a log and an exit code of its own, and no traceback."""
    code = """
from guide_tui.cli.main import main
import guide_tui.model.tree, guide_tui.services.layout as layout
def spoil(*_, **__): raise KeyError('a secret')
layout.textwrap.wrap = spoil
"""
    ran = start(*arguments, code=code)
    out, err = ran.communicate(stdin, timeout=30)
    assert ran.returncode == 70
    assert re.fullmatch(r'guide: The program has ended because of a fault .* is in ".*failure\.log"\.\n', err.decode())
    assert b"Traceback" not in out + err
    log = (tmp_path / "data" / "failure.log").read_text(encoding="utf-8")
    assert "KeyError\n" in log
    assert "guide_tui/cli/main.py:" in log
    assert "secret" not in log


@posix
def test_traceback_is_shown_to_who_asks_for_it(start) -> None:
    """GUIDE_DEBUG=1 shows developers what happened, beside the sentence."""
    terminal = Terminal(start, code=PRELUDE + CRASHES["in a timer"], env={"GUIDE_DEBUG": "1"})
    terminal.read_until(READY)
    terminal.program.send_signal(signal.SIGUSR1)
    assert terminal.end() == 70
    assert terminal.left_over == []
    assert "Traceback (most recent call last)" in terminal.after
    assert "invalid literal for int()" in terminal.after
    assert "your answers are kept as usual" in " ".join(terminal.after.split())
