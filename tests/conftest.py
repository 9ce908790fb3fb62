"""What all tests share: the shipped facts and the assistant that knows them, made once."""

from __future__ import annotations

import pytest
import shipped

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.understanding.reader import Reader


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return shipped.assistant()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return shipped.reader()
