"""Replies made into pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.answer import Answer, Refusal
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Citation, Outcome, Page, Section
from bot.presentation.refusals import DEFAULT_TITLE, SENTENCES, TITLES
from bot.understanding.commands import COMMANDS
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.reader import LONGEST_QUESTION

_EXAMPLES = ("champion", "circuits", "help")


def answer_page(knowledge: Knowledge, answer: Answer, query: str, notes: Sequence[str] = ()) -> Page:
    """Return the page of an answer; `notes` say how a guessed name was read."""
    return Page(
        Outcome.HELP if answer.is_help else Outcome.ANSWERED,
        answer.title,
        tuple(line for line in answer.lead if line),
        tuple(Section(block.heading, block.lines) for block in answer.blocks),
        tuple(dict.fromkeys((*notes, *answer.notes))),
        next_questions=tuple(dict.fromkeys(answer.next_questions)),
        sources=citations(knowledge, answer.sources),
        colour=knowledge.classes[answer.race_class].colour if answer.race_class else None,
        query=query,
    )


def citations(knowledge: Knowledge, ids: Iterable[str]) -> tuple[Citation, ...]:
    """Return sources as they are shown, each page once."""
    found = (knowledge.sources[one] for one in ids)
    return tuple(dict.fromkeys(Citation(source.title, source.url) for source in found))


def refusal_page(refusal: Refusal, query: str, notes: Sequence[str] = ()) -> Page:
    """Return the page that says what is not known and what is."""
    sentence = SENTENCES[refusal.code].format(**dict(refusal.values))
    return Page(
        Outcome.NOT_FOUND,
        TITLES.get(refusal.code, DEFAULT_TITLE),
        (" ".join(sentence.split()),),
        notes=tuple(notes),
        next_questions=refusal.next_questions,
        query=query,
    )


def unclear_page(knowledge: Knowledge, unclear: Unclear) -> Page:
    """Return the page for a question that was not understood: what is missing, and what exists."""
    code = unclear.code if unclear.code != "unknown_name" else f"unknown_{unclear.kind}"
    values = {"said": unclear.said[:80], **_known(knowledge, code)}
    if code == "needs":
        command = next(command for command in COMMANDS if command.name == unclear.kind)
        values |= {"usage": command.usage, "example": command.examples[0]}
    kind = unclear.kind if unclear.kind in ("driver", "team", "circuit", "class", "race") else ""
    nearest = tuple(f"{kind} {name}".strip() for name in unclear.nearest)
    return Page(
        Outcome.HELP if code == "empty" else Outcome.NOT_FOUND,
        TITLES.get(unclear.code, DEFAULT_TITLE),
        (SENTENCES[code].format(**values),),
        next_questions=nearest or _EXAMPLES,
    )


def _known(knowledge: Knowledge, code: str) -> dict[str, str]:
    tables = {
        "unknown_season": {"seasons": listed(season.label for season in knowledge.held)},
        "unknown_driver": {"drivers": str(len(knowledge.titles_of_driver))},
        "unknown_team": {"teams": str(len(knowledge.titles_of_team))},
        "unknown_circuit": {"circuits": listed(circuit.name for circuit in knowledge.circuits.values())},
        "unknown_race": {"races": listed(circuit.race for circuit in knowledge.circuits.values())},
        "unknown_class": {"classes": listed(race_class.name for race_class in knowledge.classes.values())},
        "unknown_topic": {"topics": listed(topic.title for topic in knowledge.topics)},
        "unknown_command": {"commands": listed(command.name for command in COMMANDS)},
        "too_long": {"limit": str(LONGEST_QUESTION)},
    }
    return tables.get(code, {})


def unsure_page(unsure: Unsure) -> Page:
    """Return the page that asks which of several things was meant."""
    return Page(
        Outcome.AMBIGUOUS, "Did you mean …?", (f"“{unsure.said}” can mean more than one.",), choices=unsure.choices
    )
