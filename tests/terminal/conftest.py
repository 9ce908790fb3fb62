"""A stand-in assistant: the terminal is tested on what it does with a page, whatever the page says."""

from __future__ import annotations

import pytest

from bot.presentation.pages import Citation, Outcome, Page, Section

FLAGS = "🇩🇰 Malthe Jakobsen, 🇬🇧 James Winslow and 🇨🇳 程飞 won it for 🇱🇺 CLX Motorsport at 上海国际赛车场"


class StandInConversation:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def reply(self, question: str) -> Page:
        self.asked.append(question)
        return make_page(title=f"Answer to {question}")


class StandInAssistant:
    def __init__(self) -> None:
        self.talk = StandInConversation()

    def conversation(self) -> StandInConversation:
        return self.talk

    def suggest(self, text: str, limit: int = 25) -> tuple[str, ...]:
        lines = [f"!champion LMP3 {year}" for year in (2022, 2023)]
        return tuple(line for line in lines if line.startswith(text))[:limit]


def make_page(title: str = "LMP3 champions, 2022") -> Page:
    return Page(
        Outcome.ANSWERED,
        title,
        lead=(FLAGS,),
        sections=(Section("Drivers", ("🇩🇰 Malthe Jakobsen", "🇬🇧 James Winslow")),),
        notes=("Two sources differ.",),
        choices=("!race Fuji 2022", "!race Sepang 2022"),
        next_questions=("and in 2023?",),
        sources=(
            Citation("Asian Le Mans Series", "https://en.wikipedia.org/wiki/Asian_Le_Mans_Series"),
            Citation("Note"),
        ),
        colour="#d11a2a",
        query="ChampionsOf(season=2022)",
    )


@pytest.fixture
def page() -> Page:
    return make_page()


@pytest.fixture
def assistant() -> StandInAssistant:
    return StandInAssistant()
