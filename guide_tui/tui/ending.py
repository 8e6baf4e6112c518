"""How the app ends, whoever ends it: the terminal is left as it was, and a fault shows no answers."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from textual.app import App
from textual.events import Event, Key

SIGNALS = ("SIGTERM", "SIGHUP")
"""How a system ends a program: told to stop, and terminal closed. Windows has no SIGHUP."""


class TidyApp(App[None]):
    """An app that loses no key that is typed while it sets itself up, and leaves the terminal clean when it is told to
    end or fails.
    """

    _early: tuple[Key, ...] | None = ()
    """Keys that came before there was a screen to take them; None from when there is one."""

    _signal = 0
    """The signal that ended the app; 0 for none."""

    _failed = False
    """Whether it failed before anybody had told it to end."""

    def on_mount(self) -> None:
        """Take signals from when the first screen stands: an app that ends before has nothing to take down in order."""
        self.call_after_refresh(self._take_signals)
        self.call_after_refresh(self._take_keys)

    async def on_event(self, event: Event) -> None:
        """Keep keys until there is something that takes them."""
        if isinstance(event, Key) and self._early is not None:
            self._early = (*self._early, event)
        else:
            await super().on_event(event)

    def _take_keys(self) -> None:
        early, self._early = self._early, None
        for key in early or ():
            self.post_message(Key(key.key, key.character))

    def run_to_the_end(self) -> int:
        """Show the app, stay until it ends, and give the exit code: above 128 where a signal ended it.

        Raises:
            Exception: What a handler, a worker or a timer of the app raised, when the terminal is itself again.
        """
        with _held_back():
            self.run()
        if self._exception is not None and self._failed:
            raise self._exception
        return 128 + self._signal if self._signal else 0

    def _take_signals(self) -> None:
        """Leave as by ctrl+q when the program is told to end or its terminal closes, so that no mess stays behind."""
        for number in _numbers():
            # Windows has no such handlers; a thread other than the first one may not have any.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(number, self._end_by, number)
        _mask("SIG_UNBLOCK")

    def _end_by(self, number: int) -> None:
        self._signal = number
        self.exit()

    def _fatal_error(self) -> None:
        # A screen that was being set up when the app was told to end misses its widgets. That is nobody's fault.
        self._failed = self._failed or not self._exit
        # Textual would print a traceback with the values of variables, and so with answers.
        self._close_messages_no_wait()


@contextmanager
def _held_back() -> Iterator[None]:
    """Let signals wait until the app is up: one that came earlier would leave the terminal half set up."""
    _mask("SIG_BLOCK")
    try:
        yield
    finally:
        _mask("SIG_UNBLOCK")


def _mask(how: str) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(getattr(signal, how), _numbers())


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
