from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizml.ui.editing import LineEdit
from quizml.ui.keys import Key

LETTERS = st.sampled_from("ab 1/中文é")
NAMES = ["left", "right", "home", "end", "backspace", "delete", "ctrl-u", "ctrl-k", "ctrl-w", "up"]
KEYS = st.lists(
    LETTERS.map(lambda char: Key("space" if char == " " else char, char))
    | st.sampled_from(NAMES).map(Key)
    | st.just(Key("paste", "1 2\n3"))
)


def modelled(keys):  # noqa: C901 - a case a key
    """The same editor, as plainly as can be: a list of characters and a place in it."""
    text, at = [], 0
    for key in keys:
        match key.name:
            case "left":
                at = max(at - 1, 0)
            case "right":
                at = min(at + 1, len(text))
            case "home":
                at = 0
            case "end":
                at = len(text)
            case "backspace":
                text, at = text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)
            case "delete":
                text = text[:at] + text[at + 1 :]
            case "ctrl-u":
                text, at = text[at:], 0
            case "ctrl-k":
                text = text[:at]
            case "ctrl-w":
                start = at
                while start and text[start - 1] == " ":
                    start -= 1
                while start and text[start - 1] != " ":
                    start -= 1
                text, at = text[:start] + text[at:], start
            case _:
                new = list(key.text.replace("\n", " "))
                text, at = text[:at] + new + text[at:], at + len(new)
    return "".join(text), at


def typed(keys):
    line = LineEdit()
    for key in keys:
        line = line.press(key)
    return line


@given(KEYS)
def test_it_edits_as_the_model_does(keys):
    line = typed(keys)
    assert (line.text, line.at) == modelled(keys)


@given(st.text(max_size=40), st.integers(2, 30))
def test_the_view_fits_and_holds_the_cursor(text, width):
    line = typed([Key("paste", text), *[Key("left")] * (len(text) // 2)])
    seen, column = line.view(width)
    assert cell_len(seen) <= width
    assert 0 <= column <= width
    assert seen in line.text


def test_a_combining_mark_belongs_to_its_letter():
    line = typed([Key("e", "e"), Key("\u0302", "\u0302"), Key("x", "x"), Key("left")])
    assert line.press(Key("backspace")).text == "x"


def test_what_is_pasted_cannot_steer_the_terminal():
    assert typed([Key("paste", "1\x1b[2J\n2")]).text == "1␛[2J 2"
