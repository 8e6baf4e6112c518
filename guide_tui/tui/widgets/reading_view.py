"""A page in which words can be found."""

from __future__ import annotations

from textual.content import Content

from guide_tui.services.find_text import occurrences
from guide_tui.tui.page import PageView

FOUND = "bold on $marked"
HERE = "bold reverse"


class ReadingView(PageView):
    """Shows a page with the places marked at which sought words stand; one of them is the current one."""

    auto_links = False
    """Links look as the page says; Textual would colour them and their numbers alike."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._written = Content("")
        self._words = ""
        self._places: list[tuple[int, int]] = []
        self.current = 0
        """The number of the place that one stands at, from 0."""

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._places)

    @property
    def line(self) -> int:
        """The line of the page, from 0, on which the current place begins."""
        if not self._places:
            return 0
        return self._written.plain.count("\n", 0, self._places[self.current][0])

    def seek(self, words: str, from_line: int = 0) -> None:
        """Mark the words, and stand at their first place at or below a line, or else at the first of all."""
        self._words = words
        self._find()
        starts = [self._written.plain.count("\n", 0, start) for start, _ in self._places]
        self.current = next((number for number, line in enumerate(starts) if line >= from_line), 0)
        self.update(self._marked())

    @property
    def at_end(self) -> bool:
        """Whether one stands at the last place."""
        return self.current == len(self._places) - 1

    def go_to_last(self) -> None:
        """Stand at the last place."""
        self.current = max(0, len(self._places) - 1)
        self.update(self._marked())

    def step(self, step: int) -> None:
        """Stand at the next or the previous place, round the ends."""
        if self._places:
            self.current = (self.current + step) % len(self._places)
            self.update(self._marked())

    def dressed(self, content: Content) -> Content:
        """The page with the places marked, found anew since it may have been laid out for another width."""
        self._written = content
        self._find()
        return self._marked()

    def _find(self) -> None:
        self._places = occurrences(self._written.plain, self._words)
        self.current = min(self.current, max(0, len(self._places) - 1))

    def _marked(self) -> Content:
        content = self._written
        for number, (start, end) in enumerate(self._places):
            content = content.stylize(HERE if number == self.current else FOUND, start, end)
        return content
