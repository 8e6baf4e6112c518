"""What every plain text keeps to."""

from __future__ import annotations

from guide_tui.model.characters import FORBIDDEN


def assert_plain(lines: list[str], width: int) -> None:
    """No line is wider than asked for, ends in white space or holds what a terminal could act on."""
    for line in lines:
        # A name longer than a line is left whole: it is there to be copied.
        assert len(line) <= width or len(line.split()) == 1, line
        assert line == line.rstrip()
        assert not FORBIDDEN.search(line)
        assert "\n" not in line
