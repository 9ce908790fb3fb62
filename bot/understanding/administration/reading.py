"""Reading orders: from a line, or from the options of a slash command."""

from __future__ import annotations

from dataclasses import dataclass

from bot.text.fold import fold
from bot.text.similarity import nearest
from bot.understanding.administration.form import Given, OrderForm
from bot.understanding.administration.orders import Misunderstood, NoOrder, Order
from bot.understanding.administration.splitting import first_word
from bot.understanding.administration.subjects import SubjectReader
from bot.understanding.administration.table import GROUPS, ORDERS

_FORMS = {(form.group, form.name): form for form in ORDERS}
_SPELLINGS = {"facts": "fact", "names": "name", "setting": "settings"}
# Said alone, a group shows what there is.
_ALONE = {"fact": "list", "name": "list", "settings": "show"}
_ALIKE = {"delete": "remove", "del": "remove", "rm": "remove", "new": "add", "find": "search", "forgetme": "forget-me"}
_LONGEST_ORDER = 5_000


@dataclass(frozen=True, slots=True)
class Called:
    """The beginning of an order: its group, what was `said` behind it, the form of that, and the rest of the line."""

    group: str
    said: str
    form: OrderForm | None
    rest: str


def called(line: str, prefix: str) -> Called | None:
    """Return the order that `line` begins with; None where it is to be read as a question.

    Without a mark in front, only what can be nothing else is an order: `name all champions` is a question.
    """
    stripped = line.strip()
    bare = stripped.removeprefix(prefix).removeprefix("/")
    marked = len(bare) < len(stripped)
    first, rest = first_word(bare)
    group = group_of(fold(first))
    if group is None:
        return None
    said, behind = first_word(rest)
    action = fold(said)
    form = _FORMS.get((group, _ALIKE.get(action, action) if said else _ALONE[group]))
    if marked or (form is not None and said):
        lists = form is not None and form.title == "name list" and behind
        return None if lists and not marked else Called(group, said, form, behind)
    return Called(group, said, form, behind) if not said and group == "settings" else None


def group_of(word: str) -> str | None:
    """Return the group that the folded `word` stands for, None where it stands for none."""
    group = _SPELLINGS.get(word, word)
    return group if group in GROUPS else None


class OrderReader:
    """Reads the orders of one server. Pure."""

    def __init__(self, subjects: SubjectReader, prefix: str) -> None:
        self.subjects = subjects
        self._prefix = prefix

    def knowing(self, subjects: SubjectReader) -> OrderReader:
        """Return a reader of the orders of a server, with the `subjects` it knows."""
        return OrderReader(subjects, self._prefix)

    def read(self, line: str) -> Order | Misunderstood | NoOrder:
        """Return the order in `line`, a sentence where there is something wrong with it, or that it is none."""
        found = called(line, self._prefix)
        if found is None:
            return NoOrder()
        if found.form is None:
            return Misunderstood(_no_such(found))
        if len(line) > _LONGEST_ORDER:
            return Misunderstood(f"That is longer than I read: at most {_LONGEST_ORDER:,} characters at once.")
        given = found.form.split(found.rest, self.subjects)
        if isinstance(given, Misunderstood):
            return _with_usage(found.form, given)
        return self.build(found.form, given)

    def build(self, form: OrderForm, given: Given) -> Order | Misunderstood:
        """Return the order of `form` with the options `given`, or a sentence where they do not do."""
        order = form.build(given, self.subjects)
        return _with_usage(form, order) if isinstance(order, Misunderstood) else order


def _with_usage(form: OrderForm, wrong: Misunderstood) -> Misunderstood:
    example = form.examples[0]
    shown = form.usage if form.usage == example else f"{form.usage}”, for example “{example}"
    return Misunderstood(f"{wrong.sentence} It is “{shown}”.", form.title)


def _no_such(found: Called) -> str:
    names = [form.name for form in ORDERS if form.group == found.group]
    meant = nearest(fold(found.said), names, 1)
    hint = f"Did you mean “{found.group} {meant[0]}”?" if meant else f"There are {', '.join(names)}."
    return f"There is no order “{found.group} {found.said[:40]}”. {hint}"
