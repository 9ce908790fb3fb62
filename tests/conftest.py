"""What all tests share: the shipped facts and the assistant that knows them, made once."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

import pytest
import shipped
from hypothesis import settings

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.understanding.reader import Reader

# How long something takes is for the benchmarks: a test that fails on a busy machine tells nothing of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Let every bot that a test starts keep what it checked in a folder of this run, and never in the user's caches."""
    if not hasattr(config, "workerinput"):
        folder = TemporaryDirectory(prefix="bot-cache-")
        config.add_cleanup(folder.cleanup)
        os.environ["CACHE_DIR"] = folder.name


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have counted, from whichever process they ran in."""
    for report in terminalreporter.getreports("passed"):
        for name, counted in report.user_properties:
            if name == "counted" and report.when == "call":
                terminalreporter.write_line(counted)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return shipped.assistant()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return shipped.reader()
