"""Collecting everything that is wrong with a body, at the place where it is wrong, as Discord reports it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from standin.errors import refusal


class Form:
    """A body, or a part of it, that is being checked; parts report to the whole."""

    def __init__(self, body: Any, errors: dict[str, Any] | None = None, path: tuple[str, ...] = ()) -> None:
        self.body: dict[str, Any] = body if isinstance(body, dict) else {}
        self._errors: dict[str, Any] = {} if errors is None else errors
        self._path = path
        if not isinstance(body, dict):
            self.wrong("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")

    def wrong(self, key: str, code: str, message: str) -> None:
        """Report that what stands under `key` will not do; the empty key is the part itself."""
        place = self._errors
        for step in (*self._path, *([key] if key else [])):
            place = place.setdefault(step, {})
        place.setdefault("_errors", []).append({"code": code, "message": message})

    def stop_if_wrong(self) -> None:
        """Raise Discord's "Invalid Form Body" with everything that was reported."""
        if self._errors:
            raise refusal("invalid form", self._errors)

    def part(self, key: str) -> Form:
        """Return the object under `key` as a form."""
        return Form(self.body.get(key), self._errors, (*self._path, key))

    def beside(self, key: str, body: Any) -> Form:
        """Return `body`, which is no part of this one, as a form that reports under `key`."""
        return Form(body, self._errors, (*self._path, key))

    def parts(self, key: str, low: int = 0, high: int | None = None) -> Iterator[Form]:
        """Walk the list under `key` as forms; report if there are fewer than `low` or more than `high`."""
        entries = self.body.get(key) or []
        if not isinstance(entries, list):
            self.wrong(key, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        if not low and high is not None and len(entries) > high:
            self.wrong(key, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif len(entries) < low or (high is not None and len(entries) > high):
            self.wrong(key, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        for number, entry in enumerate(entries):
            yield Form(entry, self._errors, (*self._path, key, str(number)))

    def text(self, key: str, high: int, low: int = 0, *, required: bool = False) -> str | None:
        """Return the text under `key`; report if it is missing though required, too short or too long."""
        value = self.body.get(key)
        if value is None or (required and low and not str(value).strip()):
            if required:
                self.wrong(key, "BASE_TYPE_REQUIRED", "This field is required")
            return None
        if not isinstance(value, str):
            self.wrong(key, "STRING_TYPE_CONVERT", f"Could not interpret {value!r} as string.")
            return None
        if len(value) > high and not low:
            self.wrong(key, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif not low <= len(value) <= high:
            self.wrong(key, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        return value

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return the number under `key`, if there is one; report if it lies outside."""
        value = self.body.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(key, "NUMBER_TYPE_COERCE", f"Value {value!r} is not int.")
            return None
        if not low <= value <= high:
            self.wrong(key, "NUMBER_TYPE_RANGE", f"int value should be between {low} and {high}.")
        return value

    def one_of(self, key: str, allowed: Collection[int], *, required: bool = False) -> int | None:
        """Return the number under `key`; report if it is none of `allowed`."""
        value = self.body.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
            self.wrong(key, "BASE_TYPE_CHOICES", f"Value must be one of {{{', '.join(map(str, sorted(allowed)))}}}.")
            return None
        return value

    def address(self, key: str, schemes: tuple[str, ...] = ("http", "https"), high: int = 2048) -> None:
        """Report if what stands under `key` is no address with one of `schemes`."""
        value = self.text(key, high)
        if value is not None and value.partition("://")[0] not in schemes:
            self.wrong(key, "URL_TYPE_INVALID_SCHEME", f"Scheme is not supported. Must be one of {schemes}.")
