"""The first line of a screen: what it is about, and how that stands."""

from __future__ import annotations

from textual.content import Content

GAP = "   "
"""What stands between the two."""


def masthead(title: str, state: str, width: int) -> Content:
    """The line in a width; where both do not fit, the title is cut, never the state.

    Args:
        title: What the screen is about.
        state: How that stands, which may change with every answer.
        width: Columns there are; 0 where they are not known yet, and then nothing is cut.
    """
    told = Content.styled(f"{GAP}{state}", "$muted")
    name = Content.styled(title, "bold $text-accent")
    if width:
        name = name.truncate(max(1, min(name.cell_length, width - told.cell_length)), ellipsis=True)
    return name + told
