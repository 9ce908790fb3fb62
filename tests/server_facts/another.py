"""Run by itself: another process that adds facts to servers in turn, whatever happens to its connections.

python another.py ADDRESS COUNT SERVERS
"""

from __future__ import annotations

import asyncio
import sys

from parts import BEN, FUJI, Parts

from bot.server_facts.problems import RefusedError, StorageAwayError
from bot.server_facts.store import Store


async def main(address: str, count: int, servers: int) -> None:
    parts = Parts(Store(address))
    for number in range(count):
        while True:
            try:
                await parts.book.add(1 + number % servers, BEN, FUJI, f"fact {number}")
            except StorageAwayError:
                # It is not always certain whether it was saved; where it was, the next attempt is refused.
                await asyncio.sleep(0.1)
                continue
            except RefusedError:
                pass
            break
        print(number, flush=True)
    await parts.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
