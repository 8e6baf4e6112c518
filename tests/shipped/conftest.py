"""The library that is shipped, read once."""

from __future__ import annotations

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.library import Library
from guide_tui.services.opening import open_library


@pytest.fixture(scope="session")
def shipped() -> Library:
    """Everything that a person finds who adds nothing of their own."""
    return open_library(builtin_root())
