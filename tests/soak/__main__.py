"""`python -m tests.soak`: half an hour of questions and trouble, and what became of it.

Each question must get exactly one answer, whatever is cut, refused, restarted or reloaded meanwhile; at the end the bot
must hold no more tasks and sockets than at the beginning. How its memory grows is printed. The exit status is 1 where a
question was lost or answered twice, or something was leaked.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from .soaking import Plan, soak


def main() -> int:
    """Run as long as is asked for."""
    asked = argparse.ArgumentParser(prog="python -m tests.soak")
    asked.add_argument("--events", type=int, default=100_000, metavar="NUMBER")
    asked.add_argument("--minutes", type=float, default=30.0, help="go on at least so long")
    asked.add_argument("--seed", type=int, default=2026)
    asked.add_argument("--trouble-every", type=int, default=300, metavar="EVENTS")
    options = asked.parse_args()
    plan = Plan(options.events, options.minutes * 60, options.seed, options.trouble_every)
    report = asyncio.run(soak(plan, tell=lambda line: print(line, flush=True)))
    print(report)
    return not report.clean


if __name__ == "__main__":
    sys.exit(main())
