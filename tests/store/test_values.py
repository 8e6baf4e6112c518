"""Responses as text, and back."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide_tui.model.case import Value
from guide_tui.store.values import decode, encode

VALUES = st.one_of(st.text(), st.lists(st.text()).map(tuple), st.dates(), st.integers())


@given(VALUES)
@example("")
@example(())
@example("2026-09-01")
@example("2")
@example(date.min)
@example("\ud800")
def test_every_value_reads_back_as_it_was_with_its_type(value: Value) -> None:
    """A text that looks like a day stays a text, and an empty choice stays a choice."""
    back = decode(*encode(value))
    assert back == value
    assert type(back) is type(value)


@given(VALUES)
def test_the_encoding_is_plain_ascii(value: Value) -> None:
    """No database, locale or half character can spoil it."""
    assert "".join(encode(value)).isascii()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("text", "2"),
        ("text", "{"),
        ("options", '"a"'),
        ("options", "[1]"),
        ("day", '"2026-02-30"'),
        ("day", "5"),
        ("number", '"5"'),
        ("number", "true"),
        ("number", "1.5"),
        ("colour", '"red"'),
        ("options", "[" * 100_000),
    ],
)
def test_what_was_never_encoded_is_refused(kind: str, text: str) -> None:
    """Damage is noticed instead of handed on as somebody's answer."""
    with pytest.raises(ValueError, match=r"."):
        decode(kind, text)
