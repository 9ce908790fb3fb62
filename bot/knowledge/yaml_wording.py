"""Plain words for what the YAML parser complains about."""

from __future__ import annotations

from yaml import MarkedYAMLError

_UNCLOSED = "a quote, a [ or a { is opened and not closed before the file ends"

# Pieces of the parser's own sentences, the first that occurs decides.
_WORDS = (
    ("quoted scalar found unexpected end", _UNCLOSED),
    ("found unexpected end of stream", _UNCLOSED),
    ("document indicator", "a line inside quotes starts with --- or ...; indent it"),
    ("tab character", "a tab is used for indentation; use spaces"),
    ("cannot start any token", "a value cannot start like this; quote it, and indent with spaces, never with tabs"),
    ("mapping values are not allowed", "a colon is out of place: quote the text around it, or mend the indentation"),
    ("block sequence entries are not allowed", "a list entry (- ) is out of place; mend the indentation"),
    ("block mapping did not find expected key", "this line does not fit the one above it: mend indentation or quotes"),
    ("did not find expected '-'", "this line does not fit the list above it; mend the indentation"),
    ("expected ',' or ']'", "a comma or the closing ] is missing"),
    ("expected ',' or '}'", "a comma or the closing } is missing"),
    ("could not find expected ':'", "a key has no colon after it, or a quote is missing above"),
    ("unknown escape", "a backslash inside \"...\" starts an unknown escape; use '...' instead"),
    ("hexdecimal number", "a backslash inside \"...\" starts a broken escape; use '...' instead"),
    ("Unicode character escape", 'a backslash inside "..." names a character that does not exist'),
    ("tag", "a ! at the start of a value makes it a tag, which is not allowed; quote the text"),
    ("anchor", "a & at the start of a value makes it an anchor, which is not allowed; quote the text"),
    ("alias", "a * at the start of a value makes it an alias, which is not allowed; quote the text"),
    ("directive", "a % at the start of a line is not allowed; quote the text"),
    ("block scalar", "after | or > only a line break may follow; quote the text"),
    ("document start", "text follows after the end of the data, or the indentation jumps"),
    ("node content", "a value is missing or starts with a reserved character; quote it"),
)


def plain_words(error: MarkedYAMLError) -> str:
    """Return what to put right, in words that need no knowledge of YAML's grammar."""
    said = f"{error.context or ''} {error.problem or ''}"
    for piece, words in _WORDS:
        if piece in said:
            return words
    return f"this is not readable as YAML ({said.strip()})"
