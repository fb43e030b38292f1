"""Where formulas and code stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.decks.markup import Part, spans, stray_dollar


@given(st.text("$`\\~ ab1\n", max_size=60))
def test_the_spans_of_a_text_are_the_text(text: str) -> None:
    assert "".join(span.text for span in spans(text)) == text
    assert all(text.startswith(span.text, span.start) for span in spans(text))


def test_formulas_are_found_and_code_is_left_alone() -> None:
    text = "a $x$ `$y` $$\nz\n$$ \\$5\n\n```python\n'$'\n```\n$w$"
    found = [(span.part, span.inner) for span in spans(text) if span.part is not Part.PROSE]
    assert found == [
        (Part.INLINE, "x"),
        (Part.CODE, "`$y`"),
        (Part.DISPLAY, "\nz\n"),
        (Part.CODE, "```python\n'$'\n```"),
        (Part.INLINE, "w"),
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [("a $x$", None), ("a $x", 2), ("\\$5", None), ("`$`", None), ("$5 and $6", 0), ("$$x$", 0)],
)
def test_a_dollar_that_opens_nothing_is_found(text: str, at: int | None) -> None:
    assert stray_dollar(text) == at
