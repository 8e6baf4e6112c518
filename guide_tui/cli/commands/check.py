"""``guide check``."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import click

from guide_tui.cli.options import today_option
from guide_tui.cli.plain.check import work_out
from guide_tui.cli.plain.console import InputEnded
from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.printing import print_json, print_lines, tell
from guide_tui.cli.session import Session
from guide_tui.services.answering import given_responses
from guide_tui.services.as_json import position_json, report_json
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.finding import find_tree
from guide_tui.services.nation import NationKeeper
from guide_tui.services.question_text import question_lines
from guide_tui.services.report import report_on
from guide_tui.services.report_text import report_lines


@click.command("check")
@click.argument("tree")
@click.option("--answers", metavar="FILE", help="Take the answers from a YAML or JSON file; - for standard input.")
@click.option("--json", "as_json", is_flag=True, help="Print the position or the outcome as JSON.")
@click.option("--fresh", is_flag=True, help="Forget the earlier answers to this check first.")
@today_option
@click.pass_obj
def command(
    session: Session, tree: str, answers: str | None, as_json: bool, fresh: bool, today: datetime | None
) -> int:
    """Work TREE out, question by question; guide trees lists the names.

    With --answers nothing is asked and nothing is kept: the file maps question ids to answers.

    \b
    guide check arrangement-type
    guide check arrangement-type --answers case.yaml --today 2026-06-01 --json
    """
    library = session.library
    found = find_tree(library, tree)
    day = today.date() if today else session.today
    if answers is not None:
        given = given_responses(library, found, answers)
        return _show(session, Conversation(found, MemoryKeeper(given), day, session.closed_days), as_json)
    with session.store as store:
        if as_json:
            keeper = NationKeeper(store, session.settings)
            keeper.working_on(found.id)
            conversation = Conversation(found, keeper, day, session.closed_days)
            if fresh:
                conversation.restart()
            return _show(session, conversation, as_json)
        with suppress(InputEnded):
            work_out(Desk(session, day), found, fresh=fresh)
        return 0


def _show(session: Session, conversation: Conversation, as_json: bool) -> int:
    position = conversation.position
    if position.outcome is None:
        if as_json:
            print_json(position_json(conversation))
        else:
            assert position.question is not None
            tell(f'Still open: "{position.question.id}".')
            print_lines(question_lines(position.question, session.width))
        return 0
    outcome = report_on(session.library, conversation)
    if as_json:
        print_json(report_json(conversation, outcome))
    else:
        print_lines(report_lines(session.library, outcome, session.width))
    return 0
