"""``guide coverage``."""

from __future__ import annotations

import click

from guide_tui.cli.printing import print_json, print_lines, tell
from guide_tui.cli.session import Session
from guide_tui.services.coverage import Covered, coverage
from guide_tui.services.layout import paragraph


@click.command("coverage")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def command(session: Session, as_json: bool) -> int:
    """Show what cites each section of the sources.

    Exits with 1 where a section is cited by nothing.
    """
    sections = coverage(session.library)
    bare = [each for each in sections if not each.cited_by]
    if as_json:
        print_json(
            [
                {
                    "section": str(each.citation),
                    "title": each.title,
                    "digested": each.digested,
                    "cited_by": list(each.cited_by),
                }
                for each in sections
            ]
        )
    else:
        for each in sections:
            print_lines(_lines(each, session.width))
    tell(f"{len(sections)} sections, {len(bare)} of them cited by nothing.")
    return 1 if bare else 0


def _lines(each: Covered, width: int) -> list[str]:
    digest = "" if each.digested else ", no chapter digests it"
    used = ", ".join(each.cited_by) if each.cited_by else "NOTHING"
    return [f"{each.citation}: {each.title}{digest}", *paragraph(used, width, "  ", "  ")]
