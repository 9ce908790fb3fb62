"""What can be ordered in a server: a closed list. Texts are as they were typed, whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.server_facts.model import Subject


@dataclass(frozen=True, slots=True)
class Known:
    """A subject that this server knows, by the name it goes by; `guessed` says that a slip had to be read over."""

    subject: Subject
    name: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class NewTopic:
    """The name of what nothing is called so far: it would become a topic."""

    name: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several things have. `names` are what each goes by."""

    said: str
    names: tuple[str, ...]


About = Known | NewTopic


@dataclass(frozen=True, slots=True)
class AddFact:
    """Add a fact."""

    about: About
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class SuggestFact:
    """Propose a fact to the editors."""

    about: About
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class EditFact:
    """Give a fact new words; its source is replaced, too."""

    number: int
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RemoveFact:
    """Remove a fact."""

    number: int


@dataclass(frozen=True, slots=True)
class UndoFact:
    """Take back the last change of a fact; without a number, the last change of whoever says so."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class ShowFact:
    """Show a fact as it was typed."""

    number: int


@dataclass(frozen=True, slots=True)
class ListFacts:
    """List the facts on a subject, or, without one, all."""

    about: Known | None = None


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """Find facts by their words."""

    words: str


@dataclass(frozen=True, slots=True)
class FactHistory:
    """Tell who changed a fact and how; without a number, the last changes of all."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class ShowSuggestions:
    """Show what members proposed and nobody has decided on."""


@dataclass(frozen=True, slots=True)
class ShowMisses:
    """Show what members asked in vain."""


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """Give everything as a file."""


@dataclass(frozen=True, slots=True)
class ImportFacts:
    """Take in the file that comes with the order."""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Take the orderer's id out of everything they wrote."""


@dataclass(frozen=True, slots=True)
class AddName:
    """Give a subject another name."""

    name: str
    subject: Known


@dataclass(frozen=True, slots=True)
class RemoveName:
    """Take a name away."""

    name: str


@dataclass(frozen=True, slots=True)
class ListNames:
    """List all names."""


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Show what was chosen."""


@dataclass(frozen=True, slots=True)
class SetPrefix:
    """Choose the prefix; empty for the operator's."""

    prefix: str


@dataclass(frozen=True, slots=True)
class SetChannels:
    """Choose the channels to speak in; none for all."""

    channels: frozenset[int]


@dataclass(frozen=True, slots=True)
class SetEditors:
    """Choose the role whose members may change facts; None for those who manage the server alone."""

    role: int | None


@dataclass(frozen=True, slots=True)
class SetReview:
    """Choose whether members may propose facts."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetMisses:
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


@dataclass(frozen=True, slots=True)
class NoOrder:
    """The line is no order, but something to be answered."""
