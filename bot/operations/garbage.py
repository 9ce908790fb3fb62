"""What the garbage collector need not look at, and how seldom it needs to look at all."""

from __future__ import annotations

import gc

# Objects that are made and not gone before it looks for circles among them; Python's own number is 700.
LOOKS_AFTER = 20_000


def settle() -> None:
    """Spare the garbage collector what is there by now, which stays for good, and let it look less often.

    Next to nothing in an answer points in a circle, so that it goes by itself; what discord.py leaves in circles
    between two looks is some megabytes. What is in circles now is taken away first, or it would be kept for ever: that
    holds everything up for about a tenth of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOOKS_AFTER, *gc.get_threshold()[1:])
