"""Addresses in what people write: links stay whole, and none hides behind words."""

from __future__ import annotations

import re

import pytest

from bot.discord_app.escaping import escaped


@pytest.mark.parametrize(
    "address",
    [
        "https://en.wikipedia.org/wiki/Sepang_International_Circuit#Track_layout",
        "https://example.org/a_b/~c?q=*",
        "https://en.wikipedia.org/wiki/Foo_(bar)",
    ],
)
def test_addresses_stay_what_they_are(address: str) -> None:
    shown = escaped(f"_Seen_ at {address.removesuffix('*')} and *there*")
    assert address.removesuffix("*") in shown
    assert shown.startswith("\\_Seen\\_")
    assert shown.endswith("\\*there\\*")


@pytest.mark.parametrize("evil", ["[here](https://evil.example/a_b)", "||https://x.example||", "<https://x.example>"])
def test_no_address_is_hidden_behind_words(evil: str) -> None:
    shown = escaped(evil)
    assert not re.search(r"(?<!\\)[\[\]|]", shown)
    assert "<https" not in shown
