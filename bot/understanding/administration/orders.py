"""What can be ordered in a server: a closed list. Texts are as they were typed, whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from bot.server_facts.model import Subject


class Known(Struct, frozen=True):
    """A subject that this server knows, by the name it goes by; `guessed` says that a slip had to be read over."""

    subject: Subject
    name: str
    guessed: bool = False


class NewTopic(Struct, frozen=True):
    """The name of what nothing is called so far: it would become a topic."""

    name: str


class Ambiguous(Struct, frozen=True):
    """A name that several things have. `names` are what each goes by."""

    said: str
    names: tuple[str, ...]


About = Known | NewTopic


class AddFact(Struct, frozen=True):
    """Add a fact."""

    about: About
    text: str
    source: str = ""


class SuggestFact(Struct, frozen=True):
    """Propose a fact to the editors."""

    about: About
    text: str
    source: str = ""


class EditFact(Struct, frozen=True):
    """Give a fact new words; its source is replaced, too."""

    number: int
    text: str
    source: str = ""


class RemoveFact(Struct, frozen=True):
    """Remove a fact."""

    number: int


class UndoFact(Struct, frozen=True):
    """Take back the last change of a fact; without a number, the last change of whoever says so."""

    number: int | None = None


class ShowFact(Struct, frozen=True):
    """Show a fact as it was typed."""

    number: int


class ListFacts(Struct, frozen=True):
    """List the facts on a subject, or, without one, all."""

    about: Known | None = None


class SearchFacts(Struct, frozen=True):
    """Find facts by their words."""

    words: str


class FactHistory(Struct, frozen=True):
    """Tell who changed a fact and how; without a number, the last changes of all."""

    number: int | None = None


class ShowSuggestions(Struct, frozen=True):
    """Show what members proposed and nobody has decided on."""


class ShowMisses(Struct, frozen=True):
    """Show what members asked in vain."""


class ExportFacts(Struct, frozen=True):
    """Give everything as a file."""


class ImportFacts(Struct, frozen=True):
    """Take in the file that comes with the order."""


class ForgetMe(Struct, frozen=True):
    """Take the orderer's id out of everything they wrote."""


class AddName(Struct, frozen=True):
    """Give a subject another name."""

    name: str
    subject: Known


class RemoveName(Struct, frozen=True):
    """Take a name away."""

    name: str


class ListNames(Struct, frozen=True):
    """List all names."""


class ShowSettings(Struct, frozen=True):
    """Show what was chosen."""


class SetPrefix(Struct, frozen=True):
    """Choose the prefix; empty for the operator's."""

    prefix: str


class SetChannels(Struct, frozen=True):
    """Choose the channels to speak in; none for all."""

    channels: frozenset[int]


class SetEditors(Struct, frozen=True):
    """Choose the role whose members may change facts; None for those who manage the server alone."""

    role: int | None


class SetReview(Struct, frozen=True):
    """Choose whether members may propose facts."""

    on: bool


class SetMisses(Struct, frozen=True):
    """Choose whether questions asked in vain are kept."""

    on: bool


Order = (
    AddFact
    | SuggestFact
    | EditFact
    | RemoveFact
    | UndoFact
    | ShowFact
    | ListFacts
    | SearchFacts
    | FactHistory
    | ShowSuggestions
    | ShowMisses
    | ExportFacts
    | ImportFacts
    | ForgetMe
    | AddName
    | RemoveName
    | ListNames
    | ShowSettings
    | SetPrefix
    | SetChannels
    | SetEditors
    | SetReview
    | SetMisses
)


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """An order that cannot be carried out as it stands. `sentence` says what is wrong and what would be right.

    `title` is the order that was meant, such as `fact add`; empty where there is no such order.
    """

    sentence: str
    title: str = field(default="", compare=False)


class NoOrder(Struct, frozen=True):
    """The line is no order, but something to be answered."""
