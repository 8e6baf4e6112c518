"""Back and forward through what was read."""

from __future__ import annotations

from guide_tui.tui.history import History, Visit


def visits(*names: str) -> list[Visit]:
    """Visits to texts of those names."""
    return [Visit(name, None) for name in names]  # type: ignore[arg-type]


def test_back_and_forward() -> None:
    """Back leads to what was read before, forward to what one came back from, and neither beyond the ends."""
    first, second, third = visits("a", "b", "c")
    history = History(first)
    assert not history.can_go(-1)
    assert not history.can_go(1)
    history.open(second)
    history.open(third)
    assert history.here is third
    assert [history.go(-1), history.go(-1)] == [second, first]
    assert not history.can_go(-1)
    assert history.go(1) is second


def test_opening_something_gives_up_what_lay_ahead() -> None:
    """After going back, a further text takes the place of those that lay ahead."""
    first, second, third = visits("a", "b", "c")
    history = History(first)
    history.open(second)
    history.go(-1)
    history.open(third)
    assert not history.can_go(1)
    assert history.go(-1) is first


def test_turning_a_page_leaves_no_trace() -> None:
    """Back leads past the pages that were turned, to where one came from."""
    first, second, third = visits("a", "b", "c")
    history = History(first)
    history.open(second)
    history.turn(third)
    assert history.here is third
    assert history.go(-1) is first
    assert history.go(1) is third
