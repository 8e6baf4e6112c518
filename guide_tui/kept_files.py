"""Files in a cache folder: checked when they are read, written whole or not at all, and the oldest cleared away.

Nothing here ever fails: whatever is wrong with the folder, the worst that happens is that nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Files of one kind. Each is named by what it was made from, so that a stale one is never found."""

    magic: bytes
    """The first line of such a file, with its end: what it is, and in which version."""

    ending: str
    """What its name ends in, with the dot."""

    most: int
    """How many are kept, the newest."""

    def load(self, folder: Path, name: str) -> memoryview | None:
        """What was saved under a name; None where there is nothing, or it is not just what was written."""
        path = folder / f"{name}{self.ending}"
        try:
            # A pipe of that name would keep us waiting for ever.
            data = path.read_bytes() if path.is_file() else b""
        except OSError:
            return None
        start = len(self._head(b""))
        body = memoryview(data)[start:]
        return body if data[:start] == self._head(body) else None

    def save(self, folder: Path, name: str, body: bytes) -> None:
        """Save something under a name."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            # Another process may write the same file at the same time.
            unfinished = folder / f"{name}.{os.getpid()}.tmp"
            try:
                unfinished.write_bytes(self._head(body) + body)
                unfinished.replace(folder / f"{name}{self.ending}")
            finally:
                unfinished.unlink(missing_ok=True)
            files = sorted(folder.glob(f"*{self.ending}"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in files[self.most :]:
                path.unlink(missing_ok=True)

    def _head(self, body: bytes | memoryview) -> bytes:
        return self.magic + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"
