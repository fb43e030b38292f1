import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.ui.lines import text_of, width_of
from quizml.ui.markdown import BLANK_CLOSES, BLANK_OPENS, markdown

PAGE = r"""
## Heading with $x_i$

English that is *long* enough to be wrapped, with `x[i, j]`, [red]no markup[/red], **bold**
text over two source lines, $W \in \mathbb{R}^{n\times d}$, and a fraction $\frac{a}{b}$ within.

特征各有各的单位：年龄以年计，收入以元计。凡是把特征加在一起的运算（距离、内积、梯度更新），数值大的特征
说话就响。**稳健缩放（robust）**把它去掉，ε 与 English 混排。

$$
\hat{x}_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}}
$$

- one **item** that is rather long and must be wrapped, hanging under its own text
- 中文列表项目也要正确换行，悬挂缩进对齐到文字而不是圆点，看看这一行怎么样
  1. nested $a \ge b$
  2. again

> a quote that goes on for more than one line, at least where there is little room

| method | 归一化维度 | batch? |
|:--|:-:|--:|
| BN | N, H, W（每个通道） | yes |
| LN | C, H, W | no |

```python
e = np.exp(x - x.max(axis=axis, keepdims=True))  # shift for stability, otherwise it overflows

return e
```

Costs $5 and $6. Broken: $\foo{x}$ stays.
"""


def shown(text, width=80):
    return [text_of(line) for line in markdown(text, width)]


@pytest.mark.parametrize("width", [40, 80, 140])
def test_a_page(width, snapshot):
    assert "\n".join(shown(PAGE, width)) == snapshot


def test_card_text_is_no_markup():
    assert shown("x[i, j] and [bold]b[/bold] <b>h</b>") == ["x[i, j] and [bold]b[/bold] <b>h</b>"]


def test_a_newline_between_ideographs_is_no_blank():
    assert shown("换行的\n中文，\nABC\ndef") == ["换行的中文，ABC def"]


def test_emphasis_next_to_chinese_punctuation():
    [line] = markdown("**缩放（scaling）**把它", 80)
    assert [(span.text, span.style) for span in line] == [
        ("缩放（scaling）", "strong"),
        ("把它", ""),
    ]


def test_terminal_sequences_are_shown_not_sent():
    assert shown("a\x1b[31mb &#x202e;c") == ["a␛[31mb \ufffdc"]
    assert shown("```\n\x1b]0;title\x07\n```") == ["  ␛]0;title␇"]


def test_a_formula_in_a_line_is_not_divided():
    assert shown("aaa bbb $x = 0$ ccc", 12) == ["aaa bbb", "x = 0 ccc"]


def test_dollars_that_are_money():
    assert shown("It costs $5, not $6.") == ["It costs $5, not $6."]
    assert shown(r"\$x\$ and `$y$`") == ["$x$ and $y$"]


@pytest.mark.parametrize(
    "text",
    ["$$\nx\n= y\n$$", "$$x\n= y$$", "text\n$$x\n= y$$", "text\n\n$$\n\nx = y\n\n$$"],
)
def test_displays_however_they_are_written(text):
    assert shown(text)[-1] == "  x = y"


def test_a_display_in_a_list_item_hangs_with_it():
    assert shown("- first\n\n  $$x = y$$\n\n- second") == [
        "• first",
        "",
        "    x = y",
        "",
        "• second",
    ]


def test_a_blank_may_hold_a_formula():
    [line] = markdown(f"at {BLANK_OPENS}$x = 0$ now{BLANK_CLOSES} end", 80)
    assert [(span.text, span.style) for span in line] == [
        ("at ", ""),
        ("x = 0", "blank formula"),
        (" now", "blank"),
        (" end", ""),
    ]


MARKS = [
    "# ",
    "- ",
    "1. ",
    "> ",
    "```",
    "\n",
    "\n\n",
    "**",
    "*",
    "`",
    "$",
    "$$",
    "[x](y)",
    "![](z)",
    "---",
    "    ",
    "\\",
    "[red]",
    "\x1b[2J",
    "<b>",
    "&lt;",
    "word",
    "中文。",
    "（",
    "👍🏽",
    "é",
    "\\frac{a}{b}",
    "x_i",
]
TABLE = ["| a | b |\n|--|--|\n", "| c | d |\n"]
SNIPPETS = st.sampled_from([*MARKS, *TABLE, BLANK_OPENS, BLANK_CLOSES])


@given(st.lists(SNIPPETS, max_size=20).map("".join) | st.text(max_size=60), st.integers(8, 100))
def test_every_text_fits_and_holds_no_control_character(text, width):
    for line in markdown(text, width):
        assert width_of(line) <= width
        assert all(ord(char) >= 32 and not 0x7F <= ord(char) < 0xA0 for char in text_of(line))
