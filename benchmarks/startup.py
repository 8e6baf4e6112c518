"""Whole processes, from the start of Python to its end: ``python -m benchmarks.startup``.

Runs are interleaved, so that a busy moment of the machine falls on all of them alike; medians are told. Bytecode is
compiled beforehand, as an installed package has it.
"""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import machine, print_table
from guide_tui.services.opening import open_library
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 5)
TREE = "arrangement-type"
RUNS = 11


def commands(folder: Path) -> dict[str, list[str]]:
    """What is run, by name."""
    guide = ["-m", "guide_tui.cli.main", "--data", str(folder / "data")]
    return {
        "python -c pass (the floor)": ["-c", "pass"],
        "guide --help": [*guide, "--help"],
        'guide ask "lead centre"': [*guide, "ask", "lead centre"],
        "guide check --answers --json": [
            *guide, "check", TREE, "--answers", str(answers(folder)), "--json", "--today", TODAY.isoformat(),
        ],
        "python -c 'import textual.app'": ["-c", "import textual.app"],
    }  # fmt: skip


def answers(folder: Path) -> Path:
    """A file with the answers of the longest path through a shipped tree."""
    tree = open_library(ROOT).trees[TREE]
    longest = max(paths(Space(tree, TODAY)), key=lambda path: len(path.steps))
    file = folder / "answers.json"
    file.write_text(json.dumps(longest.witness, default=str), encoding="utf-8")
    return file


def milliseconds(arguments: list[str]) -> float:
    """How long one process takes."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    spent = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return spent * 1000


def main() -> None:
    compileall.compile_dir(ROOT / "guide_tui", quiet=1)
    with TemporaryDirectory() as folder:
        run = commands(Path(folder))
        spent: dict[str, list[float]] = {name: [] for name in run}
        for _ in range(RUNS + 1):
            for name, arguments in run.items():
                spent[name].append(milliseconds(arguments))
    medians = {name: statistics.median(times[1:]) for name, times in spent.items()}
    floor = medians["python -c pass (the floor)"]
    print(f"{machine()}; medians of {RUNS} runs\n")
    print_table(
        ("process", "ms", "above floor", "to floor"),
        [[name, f"{ms:.0f}", f"{ms - floor:.0f}", f"x{ms / floor:.1f}"] for name, ms in medians.items()],
    )


if __name__ == "__main__":
    main()
