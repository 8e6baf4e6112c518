"""``guide paths``."""

from __future__ import annotations

import itertools
from datetime import datetime

import click

from guide_tui.cli.options import today_option
from guide_tui.cli.printing import print_json, print_lines, tell
from guide_tui.cli.session import Session
from guide_tui.errors import InputError
from guide_tui.model.tree import Tree
from guide_tui.services.as_json import path_json
from guide_tui.services.finding import find_tree
from guide_tui.services.layout import paragraph
from guide_tui.services.wording import worded_any
from guide_tui.trees.paths import Path, count_paths, paths
from guide_tui.trees.space import Space, TooManyStates, every_condition


@click.command("paths")
@click.argument("tree")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with every path.")
@click.option("--detail", is_flag=True, help="Also tell apart answers that change only notes and actions.")
@click.option("--limit", type=click.IntRange(1), default=10_000, show_default=True, help="How many at most.")
@today_option
@click.pass_obj
def command(session: Session, tree: str, as_json: bool, detail: bool, limit: int, today: datetime | None) -> int:
    """List every path through TREE, answers that no rule tells apart taken together, each with a witness."""
    found = find_tree(session.library, tree)
    space = Space(found, today.date() if today else session.today, every_condition(found) if detail else None)
    try:
        count = count_paths(space)
        listed = list(itertools.islice(paths(space), limit))
    except TooManyStates:
        raise InputError(f'The check "{tree}" combines too many answers for its paths to be listed.') from None
    if as_json:
        print_json({"tree": found.id, "count": count, "paths": [path_json(path) for path in listed]})
    else:
        for number, path in enumerate(listed, start=1):
            print_lines(_path_lines(found, number, path, session.width))
    if count > len(listed):
        tell(f"Listed: {len(listed)} of {count} paths. Use --limit for more.")
    return 0


def _path_lines(tree: Tree, number: int, path: Path, width: int) -> list[str]:
    lines = [f"Path {number}"]
    for name, values in path.steps:
        question = tree.questions[name]
        lines += paragraph(f"{question.short}: {worded_any(question, values)}", width, "  ", "    ")
    end = tree.outcomes[path.end].verdict if path.end else "no way on"
    return [*lines, *paragraph(f"=> {end}", width, "  ", "     ")]
