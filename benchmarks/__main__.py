"""`python -m benchmarks`: measure everything and print one table."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks import (
    cold_start,
    discord_throughput,
    growth,
    loading,
    payloads,
    pictures,
    replies,
    rivals,
    server_facts,
    servers,
    slips,
)
from benchmarks.figures import Row, table
from bot.assistant import Assistant
from bot.settings import shipped_knowledge


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    rounds: int = 11
    questions: int = 1_000
    slips: int = 2_000
    looked_up: int = 400
    names: int = 20_000
    times: int = 100
    asked: int = 2_000
    servers: int = 10_000


QUICK = Sizes(rounds=1, questions=20, slips=20, looked_up=8, names=200, times=2, asked=60, servers=20)


def rows(sizes: Sizes) -> Iterator[Row]:
    """Yield every line of the table, measured as it is asked for."""
    folder = shipped_knowledge()
    yield from cold_start.rows(sizes.rounds)
    yield from loading.rows(folder, sizes.rounds)
    assistant = Assistant.from_folder(folder)
    yield from replies.rows(assistant, sizes.questions, max(sizes.rounds // 2, 1))
    yield from servers.rows(assistant, sizes.questions, max(sizes.rounds // 2, 1))
    yield from growth.rows(assistant, sizes.questions, sizes.times)
    yield from payloads.rows(assistant, sizes.questions)
    yield from slips.rows(assistant, sizes.slips)
    yield from rivals.rows(assistant, sizes.looked_up, sizes.names)
    yield from pictures.rows(assistant, max(sizes.rounds // 3, 1))
    yield from server_facts.rows(sizes.servers)
    yield from discord_throughput.rows(assistant, sizes.asked, min(sizes.rounds, 5))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; timing alone never fails."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure the bot and print one table.")
    parser.add_argument("--quick", action="store_true", help="a tiny run: shows that it works, not how fast it is")
    sizes = QUICK if parser.parse_args(arguments).quick else Sizes()
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}.")
    print("Each figure is a median, with the quartiles around it.\n")
    if sys.stderr.isatty():
        print("This takes about three minutes ...", file=sys.stderr)
    print(table(list(rows(sizes))))


if __name__ == "__main__":
    main()
