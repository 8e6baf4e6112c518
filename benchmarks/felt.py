"""How fast the app feels, beside a bare Textual app: ``python -m benchmarks.felt``.

Both run in a terminal of their own and are used as a person would: keys go in, and what comes out is timed. The bare
app has a line of text and a box to type into, the least that asks anything. Starts are interleaved and medians told,
so that a busy moment of the machine falls on both alike; bytecode is compiled beforehand, and the caches that a first
start fills are full. Needs a system with terminals of POSIX.
"""

from __future__ import annotations

import compileall
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import machine, number, print_table

ROOT = Path(__file__).resolve().parent.parent
SIZE = (24, 80)
STARTS = 9
ROUNDS = 15
FRAME = 1000 / 60
"""Milliseconds of a frame."""

QUIET = 0.12
"""Seconds without output after which an answer is taken to be complete."""

BARE = """
from textual.app import App
from textual.widgets import Input, Static
class Bare(App):
    def compose(self):
        yield Static("A bare app")
        yield Input(placeholder="Type here")
Bare().run()
"""

DOWN, UP, ENTER, ESCAPE, CLEAR, F4 = "\x1b[B", "\x1b[A", "\r", "\x1b", "\x15", "\x1bOS"


@dataclass(frozen=True)
class Answered:
    """What followed a key, in milliseconds after it."""

    first: float
    """When the first of it came: the echo."""

    last: float
    """When the last of it came: everything stands."""


class Program:
    """A program in a terminal.

    Args:
        arguments: Of Python.
        environment: What the program finds.
    """

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._terminal, inner = pty.openpty()
        termios.tcsetwinsize(inner, SIZE)
        self._said = b""
        self._begin = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment, stdin=inner, stdout=inner, stderr=inner
        )
        os.close(inner)

    def painted(self, *marks: str) -> float:
        """Milliseconds from its start until all the marks were on the screen."""
        wanted = [mark.encode() for mark in marks]
        while not all(mark in self._said for mark in wanted):
            if not select.select([self._terminal], [], [], 20)[0]:
                sys.exit(f"{marks} never came: {self._said[-3000:]!r}")
            self._said += os.read(self._terminal, 65536)
        return (time.perf_counter() - self._begin) * 1000

    def settle(self) -> None:
        """Let everything come that is still to come."""
        while select.select([self._terminal], [], [], 0.4)[0]:
            os.read(self._terminal, 65536)

    def press(self, keys: str) -> Answered:
        """Press keys at once, and time what follows."""
        while select.select([self._terminal], [], [], 0)[0]:
            os.read(self._terminal, 65536)
        begin = time.perf_counter()
        os.write(self._terminal, keys.encode())
        moments: list[float] = []
        while select.select([self._terminal], [], [], QUIET if moments else 5)[0]:
            os.read(self._terminal, 65536)
            moments.append((time.perf_counter() - begin) * 1000)
        if not moments:
            sys.exit(f"nothing followed {keys!r}")
        return Answered(moments[0], moments[-1])

    @property
    def memory(self) -> float:
        """Megabytes that it holds."""
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(self._process.pid)], capture_output=True, check=True)
        return int(told.stdout) / 1024

    def close(self) -> None:
        """End it."""
        self._process.send_signal(signal.SIGTERM)
        while self._process.poll() is None:
            # Nobody could end who cannot say goodbye.
            with suppress(OSError):
                if select.select([self._terminal], [], [], 0.02)[0]:
                    os.read(self._terminal, 65536)
        os.close(self._terminal)


@contextmanager
def running(arguments: Sequence[str], environment: Mapping[str, str], *marks: str) -> Iterator[Program]:
    """A program that is up and at rest."""
    program = Program(arguments, environment)
    try:
        program.painted(*marks)
        program.settle()
        yield program
    finally:
        program.close()


def environment() -> dict[str, str]:
    """What both programs find."""
    return {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)} | {
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }


def guide(folder: Path) -> list[str]:
    """How the app is started, with folders of its own; the page of the first start has been read."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "settings.toml").write_text("welcome_seen = true\n", encoding="utf-8")
    return ["-m", "guide_tui", "--data", str(folder / "data"), "--config", str(config)]


def starts(ours: Sequence[str], found: Mapping[str, str]) -> None:
    """From the start of the process to the first picture and to the full one, and what it then holds in memory."""
    bare, app = "a bare Textual app", "guide"
    programs = {
        bare: (["-c", BARE], ("A bare app",), ("A bare app", "ype here")),
        app: (ours, ("Partnership guide",), ("F1", TREE)),
    }
    spent: dict[str, list[tuple[float, float, float]]] = {name: [] for name in programs}
    for _ in range(STARTS + 1):
        for name, (arguments, first, full) in programs.items():
            program = Program(arguments, found)
            times = program.painted(*first), program.painted(*full)
            program.settle()
            spent[name].append((*times, program.memory))
            program.close()
    medians = {name: [statistics.median(each[1:]) for each in zip(*all_, strict=True)] for name, all_ in spent.items()}
    rows = []
    for name, values in medians.items():
        ratios = [value / floor for value, floor in zip(values, medians[bare], strict=True)]
        rows.append(
            [
                name,
                *(
                    cell
                    for value, ratio in zip(values, ratios, strict=True)
                    for cell in (number(value), f"x{ratio:.2f}")
                ),
            ]
        )
    print("From the start of the process, and what it holds")
    print_table(("", "first picture ms", "to bare", "full picture ms", "to bare", "MB", "to bare"), rows)


def keys(ours: Sequence[str], found: Mapping[str, str]) -> None:
    """What a person waits for after a key."""
    rows = []
    with running(["-c", BARE], found, "A bare app") as bare:
        rows.append(row("a letter in a bare app", [bare.press("a") for _ in range(ROUNDS)]))
    with running(ours, found, "F1", TREE) as app:
        words = "to work with another centre"
        app.press("do we need approval ")
        app.settle()
        rows.append(row("a letter in the ask box, with its results", [app.press(letter) for letter in words[:ROUNDS]]))
        app.press(CLEAR)
        app.settle()
        rows.append(row("an arrow key in the list", [app.press((DOWN, UP)[n % 2]) for n in range(2 * (ROUNDS // 2))]))
        app.settle()
        opened, left = [], []
        for _ in range(ROUNDS):
            opened.append(app.press(ENTER))
            app.settle()
            left.append(app.press(ESCAPE))
            app.settle()
        rows.append(row("opening a check", opened))
        rows.append(row("back home", left))
        app.press(ENTER)
        app.settle()
        asked, back = [], []
        for _ in range(ROUNDS):
            asked.append(app.press("1"))
            back.append(app.press(F4))
        rows.append(row("an answer, and the next question", asked))
        rows.append(row("back to the last question", back))
    print(f"After a key; a frame is {FRAME:.1f} ms")
    print_table(("", "first ms", "frames", "last ms", "frames"), rows)


def row(name: str, answered: Sequence[Answered]) -> list[str]:
    """The medians of what followed a key."""
    first, last = statistics.median(a.first for a in answered), statistics.median(a.last for a in answered)
    return [name, f"{first:.1f}", f"{first / FRAME:.1f}", f"{last:.1f}", f"{last / FRAME:.1f}"]


TREE = "Do we need approval?"
"""The first check on the home screen."""


def main() -> None:
    compileall.compile_dir(ROOT / "guide_tui", quiet=1)
    with TemporaryDirectory() as folder:
        ours, found = guide(Path(folder)), environment() | {"GUIDE_CACHE": f"{folder}/cache"}
        print(f"{machine()}; medians of {STARTS} starts and {ROUNDS} keys\n")
        starts(ours, found)
        keys(ours, found)


if __name__ == "__main__":
    main()
