"""The checks, each in a line: what it tells, how much it asks, and where it stands."""

from __future__ import annotations

from datetime import date

from guide_tui.cli.plain.desk import Desk
from guide_tui.model.tree import Tree
from guide_tui.services.beginning import Beginning, Standing, beginning, how_much, progress, tells
from guide_tui.services.wording import TONES


def standings(desk: Desk) -> list[Standing]:
    """Every check with where it stands, in the library's order."""
    begun = _beginning(desk)
    by_name = {each.tree.id: each for each in (*begun.unfinished, *begun.checks)}
    return [by_name[name] for name in desk.library.trees]


def to_carry_on(desk: Desk) -> Tree | None:
    """The check that the person most likely wants to go on with: the last one left open, else the last one."""
    begun = _beginning(desk)
    return next((each.tree for each in (*begun.unfinished, *begun.settled)), None)


def check_words(standing: Standing, today: date) -> str:
    """A check in a few sentences: its title, what it tells, and where it stands."""
    about = tells(standing.tree)
    return f"{standing.tree.title} {about[:1].upper()}{about[1:].rstrip('.')}. {standing_words(standing, today)}"


def standing_words(standing: Standing, today: date) -> str:
    """Where a check stands, as a sentence: how many questions there are, or what came out."""
    if standing.outcome is not None:
        return f"Worked out: {TONES[standing.outcome.tone]}. {standing.outcome.verdict}."
    if standing.at is not None:
        return f"Begun: {progress(standing, today).replace(' · ', ', ')}."
    left = how_much(standing.left)
    return f"{left[:1].upper()}{left[1:]}."


def _beginning(desk: Desk) -> Beginning:
    return beginning(desk.library, desk.keeper, desk.today)
