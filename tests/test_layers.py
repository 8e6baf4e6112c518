"""Who may import whom, and what a command does not have to load."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LOADED = "import sys; print('\\n'.join(sorted(name for name in sys.modules if name in {names!r})))"


def run(code: str, tmp_path: Path) -> str:
    """What a fresh Python prints; its data folder is empty."""
    environment = {**os.environ, "GUIDE_DATA": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_by(code: str, names: set[str], tmp_path: Path) -> set[str]:
    """Which of the modules a fresh Python has loaded when it has run the code."""
    told = run(f"{code}\n{LOADED.format(names=names)}", tmp_path)
    return set(told.split("\n")) & names


def command(*arguments: str) -> str:
    """Code that runs ``guide`` and goes on afterwards."""
    return textwrap.dedent(f"""
        from guide_tui.cli.main import main
        try:
            main({list(arguments)!r})
        except SystemExit as end:
            assert not end.code, end.code
        """)


def modules_below(package: str) -> list[str]:
    folder = ROOT / package.replace(".", "/")
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in folder.rglob("*.py")
        if path.name not in ("__init__.py", "__main__.py")
    )


def test_the_import_contracts_hold():
    """Imports point down, neighbours do not know each other, and only the app knows Textual, as pyproject.toml says."""
    linter = pytest.importorskip("importlinter.cli")
    found = linter.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert found == linter.EXIT_STATUS_SUCCESS


@pytest.mark.parametrize(
    "package",
    ["guide_tui.model", "guide_tui.library", "guide_tui.trees", "guide_tui.search", "guide_tui.store",
     "guide_tui.services", "guide_tui.cli"],
)  # fmt: skip
def test_no_module_below_the_app_loads_textual(package, tmp_path):
    """Every module of the package can be imported in a fresh process without Textual or rich coming along."""
    imports = "\n".join(f"import {name}" for name in modules_below(package))
    assert loaded_by(imports, {"textual", "rich"}, tmp_path) == set()


@pytest.mark.parametrize("arguments", [("--help",), ("ask", "lead centre"), ("trees",), ("check", "--help")])
def test_a_command_does_not_load_the_app(arguments, tmp_path):
    """Commands answer without the terminal app: no Textual, no rich, no holidays."""
    assert loaded_by(command(*arguments), {"textual", "rich", "holidays"}, tmp_path) == set()


def test_help_loads_neither_yaml_nor_the_library(tmp_path):
    """The help is there at once, because it reads no content and imports nothing that could."""
    heavy = {"yaml", "markdown_it", "rapidfuzz", "sqlite3", "guide_tui.library.reader", "guide_tui.search.index"}
    assert loaded_by(command("--help"), heavy, tmp_path) == set()


def test_second_start_reads_no_yaml(tmp_path):
    """Once a library is kept, a command answers from the cache, without the readers and what they need."""
    run(command("trees"), tmp_path)
    assert loaded_by(command("trees"), {"yaml", "markdown_it", "guide_tui.library.reader"}, tmp_path) == set()


def test_loaded_modules_are_noticed(tmp_path):
    """The test above can fail: what is imported is found."""
    assert loaded_by("import rich", {"textual", "rich"}, tmp_path) == {"rich"}
