"""Where everything stands in a picture: rows of sizes in, coordinates out.

Each row is put as near as can be to the middle of what it is joined to, without anything touching. For one row that
is a least-squares problem with an exact solution (isotonic regression: pool adjacent violators); sweeps repeat it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide_tui.trees.ranks import Layering, Slot

SWEEPS = 20

_STRAIGHT = 8.0
"""How much more a bend wants to stand under a bend than a box under its neighbours, so that long lines are straight."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the picture, in pixels; y grows downwards."""

    x: float
    """The middle."""

    top: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The left edge."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Every slot with its place."""

    boxes: Mapping[Slot, Box]
    floors: tuple[float, ...]
    """The lower edge of each row. From its own lower edge to there, a line goes straight down."""

    width: float
    height: float


def arranged(layering: Layering, sizes: Mapping[Slot, tuple[float, float]], gap: float = 22) -> Layout:
    """Places for everything, from the corner at 0, 0.

    Args:
        layering: Rows of slots.
        sizes: Width and height of each slot.
        gap: How much stays free between neighbours; half of it beside a line that is put straight.
    """
    middles = _middles(layering, sizes, gap)
    left = min(middles[slot] - sizes[slot][0] / 2 for row in layering.rows for slot in row)
    boxes: dict[Slot, Box] = {}
    floors = []
    top = 0.0
    slants = _slants(layering, middles)
    for number, row in enumerate(layering.rows):
        height = max(sizes[slot][1] for slot in row)
        for slot in row:
            # A bend passes its row from top to bottom.
            own = height if slot.bend else sizes[slot][1]
            boxes[slot] = Box(middles[slot] - left, top, sizes[slot][0], own)
        floors.append(top + height)
        # The further lines go sideways, the more room they need to be told apart.
        top += height + 22 + min(slants[number] * 0.09, 70)
    return Layout(boxes, tuple(floors), max(box.right for box in boxes.values()), floors[-1])


def _slants(layering: Layering, middles: Mapping[Slot, float]) -> list[float]:
    slants = [0.0] * len(layering.rows)
    for upper, lower in layering.links:
        slants[upper.row] = max(slants[upper.row], abs(middles[upper] - middles[lower]))
    return slants


def _middles(layering: Layering, sizes: Mapping[Slot, tuple[float, float]], gap: float) -> dict[Slot, float]:
    above: dict[Slot, list[tuple[Slot, float]]] = {}
    below: dict[Slot, list[tuple[Slot, float]]] = {}
    for upper, lower in layering.links:
        weight = 1.0 + _STRAIGHT * (upper.bend + lower.bend) / 2
        below.setdefault(upper, []).append((lower, weight))
        above.setdefault(lower, []).append((upper, weight))
    middles: dict[Slot, float] = {}
    for row in layering.rows:
        at = 0.0
        for slot in row:
            middles[slot] = at + sizes[slot][0] / 2
            at += sizes[slot][0] + gap
    for sweep in range(SWEEPS):
        last = sweep >= SWEEPS - 4
        rows = layering.rows if sweep % 2 == 0 else layering.rows[::-1]
        for row in rows:
            beside = (above, below) if last else (above,) if sweep % 2 == 0 else (below,)
            _settle(
                row, middles, [[near for sides in beside for near in sides.get(slot, ())] for slot in row], sizes, gap
            )
    _straighten(layering, middles, sizes, gap)
    return middles


def _straighten(
    layering: Layering, middles: dict[Slot, float], sizes: Mapping[Slot, tuple[float, float]], gap: float
) -> None:
    """Put the bends of a line exactly under one another, as far down as its neighbours leave room."""
    neighbours: dict[Slot, tuple[Slot | None, Slot | None]] = {}
    for row in layering.rows:
        for place, slot in enumerate(row):
            before = row[place - 1] if place else None
            after = row[place + 1] if place + 1 < len(row) else None
            neighbours[slot] = (before, after)

    def free(slot: Slot) -> tuple[float, float]:
        before, after = neighbours[slot]
        half = sizes[slot][0] / 2 + gap / 2
        low = middles[before] + sizes[before][0] / 2 + half if before else float("-inf")
        high = middles[after] - sizes[after][0] / 2 - half if after else float("inf")
        return low, high

    lines: dict[str, list[Slot]] = {}
    for row in layering.rows:
        for slot in row:
            if slot.bend:
                lines.setdefault(slot.target, []).append(slot)
    for bends in lines.values():
        at = 0
        while at < len(bends):
            low, high = free(bends[at])
            end = at + 1
            while end < len(bends):
                least, most = free(bends[end])
                if max(low, least) > min(high, most):
                    break
                low, high = max(low, least), min(high, most)
                end += 1
            mean = sum(middles[bend] for bend in bends[at:end]) / (end - at)
            for bend in bends[at:end]:
                middles[bend] = min(max(mean, low), high)
            at = end


def _settle(
    row: Sequence[Slot],
    middles: dict[Slot, float],
    near: Sequence[Sequence[tuple[Slot, float]]],
    sizes: Mapping[Slot, tuple[float, float]],
    gap: float,
) -> None:
    """Move one row as near to its neighbours as its order and the gaps allow."""
    offset = 0.0
    offsets, blocks = [], []
    for place, slot in enumerate(row):
        if place:
            offset += (sizes[row[place - 1]][0] + sizes[slot][0]) / 2 + gap
        offsets.append(offset)
        weight = sum(each for _, each in near[place])
        if weight:
            wanted = sum(middles[other] * each for other, each in near[place]) / weight
        else:
            # Nothing pulls it; it stays, and gives way to whatever is pulled.
            wanted, weight = middles[slot], 0.01
        blocks.append([wanted - offset, weight, 1.0])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            value, weight, size = blocks.pop()
            before = blocks[-1]
            before[0] = (before[0] * before[1] + value * weight) / (before[1] + weight)
            before[1] += weight
            before[2] += size
    place = 0
    for value, _, size in blocks:
        for _ in range(int(size)):
            middles[row[place]] = value + offsets[place]
            place += 1
