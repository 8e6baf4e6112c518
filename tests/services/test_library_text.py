"""The library as plain lines: never wider than asked for, never anything but printable text."""

from __future__ import annotations

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.services.library_text import handbook_lines
from guide_tui.services.opening import open_library
from tests.services.plainness import assert_plain


@pytest.mark.parametrize("width", [30, 80])
def test_whole_handbook_fits_the_width(width, hall) -> None:
    """Every kind of text keeps to the width."""
    assert_plain(handbook_lines(hall, width), width)


def test_shipped_handbook_fits_the_width() -> None:
    """So does all that is shipped."""
    assert_plain(handbook_lines(open_library(builtin_root()), 72), 72)
