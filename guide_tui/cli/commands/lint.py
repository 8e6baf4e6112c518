"""``guide lint``."""

from __future__ import annotations

from pathlib import Path

import click

from guide_tui.cli.printing import print_json, print_lines, tell
from guide_tui.cli.session import Session
from guide_tui.errors import InputError
from guide_tui.model.characters import visible
from guide_tui.model.problem import Problem
from guide_tui.services.as_json import problem_json
from guide_tui.services.linting import lint_file, lint_library


@click.command("lint")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(session: Session, path: Path | None, as_json: bool) -> int:
    """Look for faults in a library (a folder), in one file, or in the library in use.

    Exits with 1 where there is any.
    """
    if path is not None and not path.exists():
        raise InputError(f'There is no file or folder "{path}". Check the name.')
    if path is None or path.is_dir():
        problems = lint_library(path or session.root, session.today)
    else:
        problems = lint_file(path, session.root, session.today)
    if as_json:
        print_json({"problems": [problem_json(problem) for problem in problems]})
    else:
        for problem in problems:
            print_lines(_problem_lines(problem))
        tell(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}." if problems else "No problems.")
    return 1 if problems else 0


def _problem_lines(problem: Problem) -> list[str]:
    lines = [f"{visible(str(problem))} [{problem.code}]"]
    if problem.witness:
        path = ", ".join(f"{question}: {answer}" for question, answer in problem.witness)
        lines.append(f"  reached by {visible(path)}")
    return lines
