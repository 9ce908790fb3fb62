"""Replies made into pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.answer import Answer, Refusal
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept
from bot.presentation.local import local_sections
from bot.presentation.pages import Citation, Outcome, Page, Section
from bot.presentation.refusals import DEFAULT_TITLE, DENIALS, SENTENCES, TITLES
from bot.understanding.commands import COMMANDS
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.reader import LONGEST_QUESTION

_EXAMPLES = ("champion", "circuits", "help")
# The command that asks for a name of each kind.
_ASKED_BY = {"topic": "history"} | {kind: kind for kind in ("driver", "team", "circuit", "class", "race", "season")}
_LONGEST_SAID = 80


def answer_page(
    knowledge: Knowledge, answer: Answer, query: str, notes: Sequence[str] = (), *, polar: bool = False
) -> Page:
    """Return the page of an answer; `notes` say how a guessed name was read, `polar` asks for Yes or No in front."""
    return Page(
        Outcome.HELP if answer.is_help else Outcome.ANSWERED,
        answer.title,
        _told(answer.lead, answer.holds if polar else None),
        (*[Section(block.heading, block.lines) for block in answer.blocks], *local_sections(answer.local)),
        tuple(dict.fromkeys((*notes, *answer.notes))),
        next_questions=tuple(dict.fromkeys(answer.next_questions)),
        sources=citations(knowledge, answer.sources),
        colour=knowledge.classes[answer.race_class].colour if answer.race_class else None,
        query=query,
        picture=answer.picture,
        picture_asked=answer.picture_asked,
        local=answer.local,
    )


def citations(knowledge: Knowledge, ids: tuple[str, ...]) -> tuple[Citation, ...]:
    """Return sources as they are shown: each page once, the article on the series first where it is among them."""
    article = knowledge.series.sources[0]
    ordered = (article, *ids) if article in ids else ids
    return tuple(dict.fromkeys([_citation(knowledge, one) for one in ordered]))


@kept(4096)
def _citation(knowledge: Knowledge, source_id: str) -> Citation:
    source = knowledge.sources[source_id]
    return Citation(source.title, source.url)


def _told(lead: tuple[str, ...], holds: bool | None) -> tuple[str, ...]:
    return lead if holds is None else (f"{'Yes' if holds else 'No'}. {lead[0]}", *lead[1:])


def refusal_page(refusal: Refusal, query: str, notes: Sequence[str] = (), *, polar: bool = False) -> Page:
    """Return the page that says what is not known and what is; to a `polar` question that may be a plain No."""
    lead = (SENTENCES[refusal.code].format(**dict(refusal.values)),)
    denied = polar and refusal.code in DENIALS
    return Page(
        Outcome.ANSWERED if denied else Outcome.NOT_FOUND,
        TITLES.get(refusal.code, "No" if denied else DEFAULT_TITLE),
        _told(lead, False if denied else None),
        notes=tuple(notes),
        next_questions=tuple(dict.fromkeys(refusal.next_questions)),
        query=query,
    )


def unclear_page(knowledge: Knowledge, unclear: Unclear) -> Page:
    """Return the page for a question that was not understood: what is missing, and what exists."""
    code = unclear.code if unclear.code != "unknown_name" else f"unknown_{unclear.kind}"
    existing = _EXISTING.get(code)
    values = {"said": unclear.said[:_LONGEST_SAID], **(existing(knowledge) if existing else {})}
    if code == "needs":
        command = next(command for command in COMMANDS if command.name == unclear.kind)
        values |= {"usage": command.usage, "example": command.examples[0]}
    command_of = _ASKED_BY.get(unclear.kind, "")
    nearest = tuple([f"{command_of} {name}".strip() for name in unclear.nearest])
    return Page(
        Outcome.HELP if code == "empty" else Outcome.NOT_FOUND,
        TITLES.get(unclear.code, DEFAULT_TITLE),
        (SENTENCES[code].format(**values),),
        next_questions=nearest or _EXAMPLES,
    )


# What exists, by the code of what was not found: the values its sentence needs.
_EXISTING: dict[str, Callable[[Knowledge], dict[str, str]]] = {
    "unknown_turn": lambda knowledge: {"seasons": listed([season.label for season in knowledge.held])},
    "unknown_season": lambda knowledge: {"seasons": listed([season.label for season in knowledge.held])},
    "unknown_driver": lambda knowledge: {"drivers": str(len(knowledge.titles_of_driver))},
    "unknown_team": lambda knowledge: {"teams": str(len(knowledge.titles_of_team))},
    "unknown_circuit": lambda knowledge: {"circuits": listed([one.name for one in knowledge.circuits.values()])},
    "unknown_race": lambda knowledge: {"races": listed([one.race for one in knowledge.circuits.values()])},
    "unknown_class": lambda knowledge: {"classes": listed([one.name for one in knowledge.classes.values()])},
    "unknown_topic": lambda knowledge: {"topics": listed([topic.title for topic in knowledge.topics])},
    "unknown_command": lambda knowledge: {"commands": listed([command.name for command in COMMANDS])},
    "too_long": lambda knowledge: {"limit": str(LONGEST_QUESTION)},
}


def unsure_page(unsure: Unsure) -> Page:
    """Return the page that asks which of several things was meant."""
    means = "can mean more than one" if len(unsure.choices) > 1 else "is nothing I know, but comes near to something"
    lead = f"“{unsure.said}” {means}."
    return Page(Outcome.AMBIGUOUS, "Did you mean …?", (lead,), choices=unsure.choices)
