from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizml.ui.lines import NBSP, NO_END, NO_START, Span, clean, cut, fold, text_of, width_of, wrap

ANY = st.text(max_size=80)
MIXED = st.text(
    alphabet=st.sampled_from(
        "ab xyz 中文字梯度，。、（）《》“”…—！[]{}é\u0302👍🏽👨\u200d👩e\u200b"
    ),
    max_size=120,
)
CHINESE = st.text(alphabet="中文字梯度消失，。、；：？！（）《》「」 ab1", max_size=150)


def wrapped(text, width):
    return [text_of(line) for line in wrap([Span(clean(text))], width)]


def test_ideographs_break_anywhere_and_words_nowhere():
    assert wrapped("梯度消失 vanishing gradient 问题", 10) == [
        "梯度消失",
        "vanishing",
        "gradient",
        "问题",
    ]
    assert wrapped("损失函数对参数的梯度", 8) == ["损失函数", "对参数的", "梯度"]


def test_closing_punctuation_stays_with_what_it_closes():
    assert wrapped("一二三四。五六", 8) == ["一二三", "四。五六"]
    assert wrapped("一二三（四五）", 8) == ["一二三", "（四五）"]


def test_a_word_longer_than_the_line_is_divided():
    assert wrapped("abcdefgh ij", 5) == ["abcde", "fgh", "ij"]


@given(ANY | MIXED, st.integers(2, 60))
def test_no_line_is_wider_than_the_width(text, width):
    for line in wrap([Span(clean(text))], width):
        assert width_of(line) <= width


@given(MIXED, st.integers(2, 60))
def test_wrapping_loses_nothing_but_blanks(text, width):
    def bare(string):
        return string.replace(" ", "").replace("\u3000", "")

    assert bare("".join(wrapped(text, width))) == bare(clean(text))


@given(CHINESE, st.integers(24, 60))
def test_kinsoku(text, width):
    lines = wrapped(text, width)
    for before, after in pairwise(lines):
        run = before[-1] in NO_END or after[0] in NO_START
        # only a run of punctuation that fills the line by itself may be divided
        assert not run or width_of([Span(before)]) >= width - 1


@given(ANY)
def test_nothing_that_steers_the_terminal_survives(text):
    for char in clean(text):
        assert char == "\n" or (ord(char) >= 32 and not 0x7F <= ord(char) < 0xA0)
        assert char not in "\u202a\u202e\u2066\u2069\u2028"


def test_control_characters_are_shown():
    assert clean("a\x1b[2Jb\x07\r\nc\td") == "a␛[2Jb␇\nc   d"


@given(ANY | MIXED, st.integers(4, 40))
def test_folded_code_fits_and_is_whole(text, width):
    line = (Span(clean(text).replace("\n", " ")),)
    pieces = fold(line, width)
    assert all(width_of(piece) <= width for piece in pieces)
    lead = 2 if width > 6 else 0
    rest = [text_of(piece)[lead:] for piece in pieces[1:]]
    whole = text_of(pieces[0]) + "".join(rest)
    assert whole.replace(NBSP, " ") == text_of(line).replace(NBSP, " ")


@given(MIXED, st.integers(0, 40))
def test_a_cut_line_fits(text, width):
    assert width_of(cut((Span(text), Span(text)), width)) <= width
