"""An answer to a query as plain lines."""

from __future__ import annotations

import pytest

from guide_tui.services.asking import found_lines


@pytest.mark.parametrize(
    ("document", "first"),
    [
        ("faq:lost-key", "What if we lose the key?"),
        ("guide:hall-rules/notice", "How early to apply"),
        ("term:permit", "Event permit (EP, hall permit)"),
        ("check:keys", "Who keeps the key?"),
    ],
)
def test_document_of_the_index_can_be_opened(document, first, hall) -> None:
    """Whatever is found can be shown."""
    assert found_lines(hall, document)[0] == first
