"""Asking on: what a question leaves open is taken from the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.assistant import Assistant
from bot.presentation.pages import Outcome
from bot.understanding.before import LASTS, Before
from bot.understanding.reader import Reader
from tests.question_rows import rows

# What whole questions may be asked after.
TALKS = (
    "who won lmp3 in 2022",
    "Sepang",
    "David Cheng",
    "calendar 2019-20",
    "record teams",
    "who won the first race of 2013?",
    "OAK Racing",
    "what is CN?",
)
SUBJECTS = frozenset({"drivers", "teams", "circuits", "races", "countries", "places", "topics"})
ROWS = yaml.safe_load(Path(__file__).with_name("conversations.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("name", row["ask"][0]))
def test_each_line_is_heard_after_those_before(assistant: Assistant, row: dict[str, list[str]]) -> None:
    """The whole query is compared, so that nothing stays behind that should have gone."""
    talk = assistant.conversation()
    assert [talk.reply(line).query for line in row["ask"]] == row["queries"]


def test_he_may_be_one_of_a_crew(assistant: Assistant) -> None:
    """Three champions share the title: who is meant is asked, with questions that can be answered as they stand."""
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    page = talk.reply("how many titles has he won?")
    assert page.outcome is Outcome.AMBIGUOUS
    assert [assistant.reply(choice).title for choice in page.choices] == [
        "Christophe Cresp",
        "Antoine Doquin",
        "Steven Palette",
    ]


def test_a_question_that_is_not_understood_is_forgotten(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    assert talk.reply("what is the weather like in Paris").outcome is Outcome.NOT_FOUND
    assert talk.reply("and in 2023?").query == "Champions(classes=lmp3, seasons=2023)"


def test_nothing_is_shared_between_conversations(assistant: Assistant) -> None:
    assistant.conversation().reply("who won LMP3 in 2022?")
    assert "lmp3" not in assistant.conversation().reply("and in 2023?").query


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("waited", "query"), [(LASTS, "Champions(classes=lmp3, seasons=2023)"), (LASTS + 1, "SeasonOverview(seasons=2023)")]
)
def test_after_five_minutes_a_question_stands_alone(assistant: Assistant, waited: float, query: str) -> None:
    clock = Clock()
    talk = assistant.conversation(clock)
    talk.reply("who won LMP3 in 2022?")
    clock.now += waited
    assert talk.reply("and in 2023?").query == query


def test_every_question_keeps_a_conversation_alive(assistant: Assistant) -> None:
    clock = Clock()
    talk = assistant.conversation(clock)
    talk.reply("who won LMP3 in 2022?")
    for thanks in ("thanks", "ok thanks", "cheers"):
        clock.now += LASTS
        talk.reply(thanks)
    assert talk.reply("and in 2023?").query == "Champions(classes=lmp3, seasons=2023)"


def whole_questions(reader: Reader) -> list[str]:
    """Return the questions of the rows that name their subject, or a class and a time."""
    found = []
    for row in rows():
        slots = reader.read(row.ask).slots
        if slots is not None and (slots.present & SUBJECTS or slots.present >= {"classes", "seasons"}):
            found.append(row.ask)
    return found


def test_a_whole_question_takes_nothing_from_before(assistant: Assistant, reader: Reader) -> None:
    """Whatever was spoken of: a question that names its subject comes to the same query as alone."""
    befores: list[Before | None] = [assistant.reply_after(said, None)[1] for said in TALKS]
    asked = whole_questions(reader)
    assert len(asked) > 500
    changed = [
        (TALKS[number % len(TALKS)], ask)
        for number, ask in enumerate(asked)
        if reader.read(ask, befores[number % len(TALKS)]).reading != reader.read(ask).reading
    ]
    assert changed == []


@pytest.mark.parametrize("question", ["who won there in 2024?", "how many titles has he won?", "where is she from?"])
def test_a_word_that_points_at_nothing_is_asked_about(assistant: Assistant, question: str) -> None:
    page = assistant.conversation().reply(question)
    assert page.outcome is Outcome.NOT_FOUND
    assert any(f"“{word}”" in page.text for word in ("there", "he", "she"))


def test_what_is_asked_of_a_crew_is_answered_for_each(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("who won lmp2 in 2014")
    page = talk.reply("how many titles do they have")
    assert page.title == "David Cheng and Ho-Pin Tung"
    assert "has won 3 titles" in page.lead[0]
    assert "has won 2 titles" in page.lead[1]


def test_a_question_back_can_be_answered_with_a_name(assistant: Assistant) -> None:
    """The name takes what was asked; what is no name goes on from before the question back."""
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    talk.reply("how many titles has he won?")
    assert talk.reply("Doquin").query == "DriverProfile(driver=antoine-doquin, focus=count)"
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    talk.reply("how many titles has he won?")
    assert talk.reply("and in 2023?").query == "Champions(classes=lmp3, seasons=2023)"


def test_equals_share_a_place(assistant: Assistant) -> None:
    """Two second nations leave no third: none is made up."""
    talk = assistant.conversation()
    talk.reply("which country has the most champions")
    assert "share place 2" in talk.reply("and third?").lead[0]


def test_a_team_that_won_nothing_names_the_one_it_belongs_with(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("dc racing")
    for question in ("what did they win in 2017-18?", "who were the drivers?"):
        assert "Jackie Chan DC Racing X Jota" in talk.reply(question).lead[0]


def test_an_unknown_word_is_refused_before_anyone_is_asked_about(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("champions LMP3 2022")
    assert "“tall”" in talk.reply("how tall is he?").text


def test_conversations_cover_questions_on_each_of_several() -> None:
    assert any(query.startswith("Each(") for row in ROWS for query in row["queries"])


@pytest.mark.parametrize("question", ["any other titles?", "did they win it before", "did one of them win again"])
def test_a_whole_record_is_no_verdict(assistant: Assistant, question: str) -> None:
    """What is asked is not quite what is told, so neither Yes nor No is said."""
    talk = assistant.conversation()
    talk.reply("who won gt in 2014")
    page = talk.reply(question)
    assert page.outcome is Outcome.ANSWERED
    assert not page.lead[0].startswith(("Yes", "No"))


@pytest.mark.parametrize("told", ["who won lmp2 in 2021", "Sepang", "what about macau", "which organiser runs it"])
def test_no_reason_is_made_up(assistant: Assistant, told: str) -> None:
    talk = assistant.conversation()
    talk.reply(told)
    assert talk.reply("why?").lead == ("Why that is so is nothing I have on record.",)


def test_one_of_them_is_never_a_place(assistant: Assistant) -> None:
    """A nation asked for among people is theirs; where nobody is known to be meant, that is said."""
    talk = assistant.conversation()
    talk.reply("who won gt in 2014")
    page = talk.reply("is one of them british?")
    assert "Jun-San Chen races for" in page.lead[0]
    assert "Tatsuya Tanigawa races for" in page.lead[1]
    talk.reply("who won both lmp2 and lmp3")
    assert talk.reply("which of them is british").query == ""


def test_a_step_beyond_the_seasons_is_told_to_be_one(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("who won lmp2 in 2013")
    assert talk.reply("five years earlier").lead == ("There is no season further back or further on than that one.",)


def test_either_of_two_circuits_is_asked_about(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("compare dubai and yas marina")
    page = talk.reply("who won the last race there?")
    assert page.choices == (
        "who won the last race at Dubai Autodrome?",
        "who won the last race at Yas Marina Circuit?",
    )
    assert all(assistant.reply(choice).outcome is Outcome.ANSWERED for choice in page.choices)


@pytest.mark.parametrize(
    "question", ["do they have the most titles?", "how many titles do they have", "where are they from?"]
)
def test_what_is_offered_after_a_crew_can_be_answered(assistant: Assistant, question: str) -> None:
    talk = assistant.conversation()
    talk.reply("who won LMP2 in 2014")
    offered = talk.reply(question).next_questions
    assert offered
    assert all(assistant.reply(one).outcome is Outcome.ANSWERED for one in offered)


def test_the_races_of_a_crew_are_told_with_their_places(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("who won lmp3 in 2018-19")
    talk.reply("how many races did they win?")
    told = talk.reply("where?").text
    assert "Shanghai" in told
    assert "Sepang" in told
