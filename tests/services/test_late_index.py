"""The index that is opened late."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from guide_tui.search.index import Answer
from guide_tui.services.late_index import LateIndex


class Echo:
    """Finds nothing, and says what was asked."""

    def find(self, query: str, limit: int = 10) -> Answer:
        return Answer(f"{query} {limit}", confident=False, hits=())


class Opened(list[Echo]):
    """The indexes that were opened."""

    def __call__(self) -> Echo:
        self.append(Echo())
        return self[-1]


def test_it_is_opened_by_the_first_search_and_only_once() -> None:
    """Making it opens nothing; the first search opens it, and the second finds it open."""
    opened = Opened()
    index = LateIndex(opened)
    assert not opened
    assert index.find("records", 3).query == "records 3"
    assert index.find("fees").query == "fees 10"
    assert len(opened) == 1


def test_threads_that_ask_at_once_share_one_index() -> None:
    """Whoever comes while it is being opened waits for that one."""
    opened, together = Opened(), Barrier(4)
    index = LateIndex(opened)

    def ask(_: int) -> object:
        together.wait()
        return index.open()

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(ask, range(4)))
    assert found == set(opened)
    assert len(opened) == 1


def test_what_could_not_be_opened_is_tried_again() -> None:
    """A failure is told to whoever asked, and is not kept."""
    tries: list[int] = []

    def open_index() -> Echo:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("busy")
        return Echo()

    index = LateIndex(open_index)
    with pytest.raises(OSError, match="busy"):
        index.open()
    assert index.find("records").query == "records 10"
