"""Running the command on the small library of ``tests/cases/library``, and golden transcripts of what it prints.

The transcripts are the text files in ``tests/cases``. To write them anew after a wanted change, run

    GUIDE_WRITE_CASES=1 python -m pytest tests/cli

and read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from guide_tui.cli.main import main

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
LIBRARY = "tests/cases/library"


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Golden = Callable[[str, str], None]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``guide`` in this process, as a person would from the root of the repository.

    Its answers go to a folder of the test, which several runs of one test share.
    """
    monkeypatch.chdir(ROOT)

    def ran(*arguments: str, stdin: str | bytes = "", library: str | Path = LIBRARY, columns: int = 80) -> Ran:
        folders = ["--data", str(tmp_path / "data"), "--config", str(tmp_path / "config")]
        options = ["--library", str(library), *folders]
        with CliRunner().isolation(input=stdin, env={"COLUMNS": str(columns)}) as (out, err, _):
            try:
                main([*options, *arguments])
            except SystemExit as ended:
                code = ended.code
            sys.stdout.flush()
            sys.stderr.flush()
            assert isinstance(code, int)
            return Ran(code, out.getvalue().decode(), err.getvalue().decode())

    return ran


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts ``guide`` as a program of its own, for what only the operating system can do to it.

    With ``code``, that is run first, to spoil something in the program; it has to import ``main``.
    """

    def started(
        *arguments: str, env: Mapping[str, str] | None = None, code: str = "", **more: object
    ) -> subprocess.Popen[bytes]:
        folders = ["--data", str(tmp_path / "data"), "--config", str(tmp_path / "config")]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        program = ["-c", f"{code}\nmain()"] if code else ["-m", "guide_tui"]
        return subprocess.Popen(
            [sys.executable, *program, "--library", LIBRARY, *folders, *arguments],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT), **(env or {})},
            **{**pipes, **more},  # type: ignore[call-overload]
        )

    return started


@pytest.fixture
def golden() -> Golden:
    """Compares a text with the golden file of that name, or writes the file where GUIDE_WRITE_CASES is set."""

    def compare(name: str, text: str) -> None:
        file = CASES / f"{name}.txt"
        if os.environ.get("GUIDE_WRITE_CASES"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; GUIDE_WRITE_CASES=1 writes it anew"

    return compare


@pytest.fixture
def other_library(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Makes a copy of the small library with files replaced or added."""

    def make(changes: Mapping[str, str]) -> Path:
        root = tmp_path / "other"
        shutil.copytree(ROOT / LIBRARY, root, dirs_exist_ok=True)
        for name, text in changes.items():
            (root / name).write_text(text, encoding="utf-8")
        return root

    return make
