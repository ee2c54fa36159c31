"""How the work of a function grows with its input: no clock says how fast a machine is, or how busy.

Times are of the processor, the least of several runs in turn, and only ever divided by each other.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

#: What four times the input may cost: four times as much for work that grows evenly, sixteen for its square.
EVENLY = 8


def growth(work: Callable[[T], object], some: T, four_times: T) -> float:
    """How many times as much the larger input costs."""
    pairs = [(_cost(work, some), _cost(work, four_times)) for _ in range(5)]
    return min(large for _, large in pairs) / min(small for small, _ in pairs)


def _cost(work: Callable[[T], object], given: T) -> float:
    """The collector looks through all that is alive, whoever made it, so it is left out."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(given)
        return time.process_time() - start
    finally:
        gc.enable()
