from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.yaml_building import DEEPEST, UnreadableError
from bot.knowledge.yaml_reading import read_yaml


def refusal(content: bytes | str) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_yaml(content.encode() if isinstance(content, str) else content)
    return f"{caught.value.flaw.line}: {caught.value.flaw.text}"


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "yes",
        "no",
        "on",
        "off",
        "True",
        "Null",
        "010",
        "0x1f",
        "0o17",
        "1_000",
        "1:58.123",
        "2019_20",
        "1e3",
        ".5",
        "5.",
        "01.5",
        "+1",
        "2019-10-31",
        "2019-20",
        ".inf",
        ".nan",
        "٣",
        "=",
        "<<",
        "9999999999999999999",
        "1.0000000000000000",
    ],
)
def test_plain_text_stays_text(text: str) -> None:
    assert read_yaml(f"a: {text}".encode()).data == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("false", False), ("null", None), ("~", None), ("", None)),
        *(("0", 0), ("-7", -7), ("2021", 2021), ("4.563", 4.563), ("-0.5", -0.5)),
    ],
)
def test_few_plain_words_are_more_than_text(text: str, value: object) -> None:
    data = read_yaml(f"a: {text}".encode()).data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


@pytest.mark.parametrize("text", ["true", "null", "", "7", "4.5"])
def test_what_is_quoted_is_always_text(text: str) -> None:
    assert read_yaml(f"[\"{text}\", '{text}']".encode()).data == (text, text)


def test_lists_are_tuples_and_a_byte_order_mark_is_no_text() -> None:
    assert read_yaml(b"\xef\xbb\xbfa: [1, {b: []}]").data == {"a": (1, {"b": ()})}


def test_text_may_run_over_lines() -> None:
    assert read_yaml(b"a: >-\n  one\n  two\nb: |\n  x\n  y\n").data == {"a": "one two", "b": "x\ny\n"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", "1: the file is empty"),
        ("# only a remark\n", "1: the file is empty"),
        ("---\n", "1: the file is empty"),
        (b"a: b\nc: \xff\xfe\n", "2: this is not UTF-8 text; save the file as UTF-8"),
        ("a: b\n".encode("utf-16"), "1: this is not UTF-8 text; save the file as UTF-8"),
        ("a: b\nc: \x07\n", "2: the control character U+0007 is not allowed; delete it"),
        ("a: b\u2028c\n", "1: the control character U+2028 is not allowed; delete it"),
        ('a: b\nc: "\\0"\n', "2: an escape here stands for a control character; leave it out"),
        ("a: b\nc: &x d\n", "2: the anchor &x is not allowed; write it out"),
        ("a: b\nc: *x\n", "2: the alias *x is not allowed; write it out"),
        ("a: b\nc: !!str d\n", '2: the tag "tag:yaml.org,2002:str" is not allowed; leave it out'),
        (
            "a: !!python/object:os.system {}\n",
            '1: the tag "tag:yaml.org,2002:python/object:os.system" is not allowed; leave it out',
        ),
        ("a: ! b\n", '1: the tag "!" is not allowed; leave it out'),
        ("a: b\n---\nc: d\n", "2: a second document starts here; keep one a file, without ---"),
        ("a: b\n? [c]\n: d\n", "2: a key must be text, not a list or a mapping; quote it"),
        ("a: b\n{c: d}: e\n", "2: a key must be text, not a list or a mapping; quote it"),
        ("[" * 3000, f"1: this is nested more than {DEEPEST} levels deep"),
        ("[" * 3000 + "]" * 3000, f"1: this is nested more than {DEEPEST} levels deep"),
        ("\n".join("  " * depth + "a:" for depth in range(30)), f"21: this is nested more than {DEEPEST} levels deep"),
        ("a: b\n\tc: d\n", "2: a tab is used for indentation; use spaces"),
        ("a: b: c\n", "1: a colon is out of place: quote the text around it, or mend the indentation"),
        ("a: [b\nc: d\n", "2: a comma or the closing ] is missing"),
        ("a: 'b\n", "2: a quote, a [ or a { is opened and not closed before the file ends"),
        ("a: b\n  c\nd\n", "4: a key has no colon after it, or a quote is missing above"),
        ("a:\n  - b\n c: d\n", "3: this line does not fit the one above it: mend indentation or quotes"),
        ("a: @b\n", "1: a value cannot start like this; quote it, and indent with spaces, never with tabs"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(content: bytes | str, line: str) -> None:
    assert refusal(content) == line


def test_every_key_that_is_twice_is_named_and_the_last_one_counts() -> None:
    document = read_yaml(b"a: 1\nb:\n  - c: 2\n    c: 3\na: 4\n")
    assert document.data == {"a": 4, "b": ({"c": 3},)}
    assert [(flaw.line, flaw.key, flaw.text) for flaw in document.flaws] == [
        (4, ("b", 0, "c"), "this key is there twice"),
        (5, ("a",), "this key is there twice"),
    ]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("2021: a", 'a key must be text; write it in quotes: "2021"'),
        ("true: a", 'a key must be text; write it in quotes: "true"'),
        ("?\n: a", "a key must be text; there is none before the colon"),
    ],
)
def test_a_key_that_is_not_text_is_named(content: str, text: str) -> None:
    assert [flaw.text for flaw in read_yaml(content.encode()).flaws] == [text]


def test_an_unquoted_no_is_a_good_key() -> None:
    document = read_yaml(b"NO: Norway\n")
    assert (document.data, document.flaws) == ({"NO": "Norway"}, ())


def test_a_spot_tells_line_and_text_as_typed() -> None:
    document = read_yaml(b"a:\n  - b: 4.50\n\n    c:\n      'd'\n  - [e,\n     f]\n")
    lines = {key: document.spot(key).line for key in [("a",), ("a", 0, "b"), ("a", 0, "c"), ("a", 1), ("a", 1, 1)]}
    assert list(lines.values()) == [1, 2, 4, 6, 7]
    assert document.spot(("a", 0, "b")).raw == "4.50"


def test_a_missing_key_is_looked_for_where_it_belongs() -> None:
    document = read_yaml(b"a:\n  - b: 1\n  - b: 2\n")
    assert document.spot(("a", 1, "missing")).line == 3


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="ab:-[]{},'\"&*!|>%#?@ \n\t~09.\\x\x85", max_size=80)))
def test_any_bytes_are_read_or_refused(content: bytes | str) -> None:
    """Nothing but `UnreadableError` may come out, and positions are there for whatever was read."""
    raw = content if isinstance(content, bytes) else content.encode()
    try:
        document = read_yaml(raw)
    except UnreadableError as error:
        assert 1 <= error.flaw.line <= raw.count(b"\n") + raw.count(b"\r") + 2
    else:
        assert document.spot(()).line >= 1


@given(st.text(min_size=1, max_size=30).filter(str.isprintable))
def test_quoted_text_comes_back_as_it_was(text: str) -> None:
    content = "a: '{}'\n".format(text.replace("'", "''")).encode()
    assert read_yaml(content).data == {"a": text}
