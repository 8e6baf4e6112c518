"""Taking along what a screen shows: on the clipboard, or as a file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from guide_tui.errors import GuideError
from guide_tui.services.clipboard import put_on_clipboard
from guide_tui.tui.host import HostedScreen

if TYPE_CHECKING:
    from guide_tui.services.copying import Extract


class TakingScreen(HostedScreen):
    """A screen whose text can be copied and saved; its actions are ``copy`` and ``save``."""

    PLACE = ""
    """The place in the list of actions that holds ``copy`` and ``save``."""

    def extract(self) -> Extract | None:
        """The text that is shown, or None where there is none."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy the text, and say how far it came."""
        extract = self.extract()
        if extract is not None:
            # The terminal is told at once; it never says whether it listened.
            self.app.copy_to_clipboard(extract.text)
            self.run_worker(self._copy(extract), group="copy", exclusive=True)

    def action_save(self) -> None:
        """Write the text to a file, and say where."""
        extract = self.extract()
        if extract is None:
            return
        from guide_tui.services.saving import save_extract

        try:
            path = save_extract(extract, self.host.save_folder)
        except GuideError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.host.tell_saved(path)

    async def _copy(self, extract: Extract) -> None:
        if await asyncio.to_thread(put_on_clipboard, extract.text, self.host.clipboard_programs):
            self.notify("Copied.", markup=False)
            return
        save = self.host.key_of(f"{self.PLACE}.save")
        self.notify(
            f"Sent to the terminal's clipboard; some terminals ignore this. Press {save} to save it as a file instead.",
            timeout=8,
            markup=False,
        )
