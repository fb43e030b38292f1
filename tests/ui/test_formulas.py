"""What a formula looks like; each layout below was checked by eye against its LaTeX."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizml.ui.formulas import FormulaError, Rows, fault, rows


def drawn(tex, **options):
    laid = rows(tex, **options)
    assert isinstance(laid, Rows), laid
    return "\n".join(laid.lines)


LINES = {
    r"a \ge b": "a ≥ b",
    r"x=0": "x = 0",
    r"-x - -y": "−x − −y",
    r"|x - y| \cdot |-x|": "|x − y| · |−x|",
    r"\|w\|_2^2": "‖w‖₂²",
    r"p(y \mid x)": "p(y | x)",
    r"f: X \to Y": "f: X → Y",
    r"x := 3": "x := 3",
    r"\log\left(1+e^{-x}\right)": "log(1 + e⁻ˣ)",
    r"x[1:n]": "x[1:n]",
    r"x_i^2 = x^2_i": "xᵢ² = xᵢ²",
    r"x_{i,j}": "xᵢ,ⱼ",
    r"W_{ij}^{(l)}": "Wᵢⱼ⁽ˡ⁾",
    r"QK^\top": "QKᵀ",
    r"10^{-5}": "10⁻⁵",
    r"1,000 + f(1,2)": "1,000 + f(1, 2)",
    r"3{,}000": "3,000",
    r"2\log x - \log(x)": "2 log x − log(x)",
    r"-\ln x / \max|x|": "−ln x/max|x|",
    r"\max_j x_j": "maxⱼ xⱼ",
    r"2\mathrm{TP}/(2\mathrm{TP}+\mathrm{FP})": "2 TP/(2 TP + FP)",
    r"\text{if } x_i > 0": "if xᵢ > 0",
    r"\text{linear: } s \leftarrow 2": "linear: s ← 2",
    r"\operatorname{softmax}(x)": "softmax(x)",
    r"\hat{y}_i + \bar{x} + \hat{\mathbf{w}}": "ŷᵢ + x̄ + ŵ",
    r"\overline{xy}": "x̅y̅",
    r"x \not= y, x \notin A": "x ≠ y, x ∉ A",
    r"0.5\%": "0.5%",
    r"f'(x)": "f′(x)",
    r"\lfloor x/2 \rfloor": "⌊x/2⌋",
    r"\mathbb{1}[y=k]": "𝟙[y = k]",
    r"\sqrt{x}": "√x",
    r"中 \times 文": "中 × 文",
    r"a\,b \; c \quad d": "a b c  d",
}


@pytest.mark.parametrize(("tex", "expected"), LINES.items())
def test_a_line(tex, expected):
    assert drawn(tex, inline=True) == expected


WRITTEN_OUT = {
    r"W_Q": "W_Q",
    r"W_Q x": "W_Q x",
    r"\mathcal{L}_{cls} + \lambda\mathcal{L}_{reg}": "ℒ_cls + λℒ_reg",
    r"\mathbb{R}^{n \times d}": "ℝ^(n×d)",
    r"\sum_{i=1}^n x_i": "∑ᵢ₌₁ⁿ xᵢ",
    r"\arg\max_\theta f(\theta)": "arg max_θ f(θ)",
    r"X_X S^s S^S": "X_X SˢS^S",
    r"e^{-x^2/2}": "e^(−x²/2)",
    r"e^{i\pi}": "e^(iπ)",
    r"a^{b^c}": "a^(bᶜ)",
    r"(x+1)^{0.5}": "(x + 1)^0.5",
    r"\|x\|_\infty": "‖x‖_∞",
    r"x_{<i}": "x_(<i)",
}


@pytest.mark.parametrize(("tex", "expected"), WRITTEN_OUT.items())
def test_scripts_without_glyphs_are_written_out_in_a_line(tex, expected):
    assert drawn(tex, inline=True) == expected


DISPLAYS = [
    r"\mathrm{softmax}(x)_i = \frac{e^{x_i - m}}{\sum_{j} e^{x_j - m}}, \quad m = \max_j x_j",
    r"L = -\frac{1}{N}\sum_{i=1}^{N}\sum_{c=1}^{C} y_{i,c}\log \hat{y}_{i,c}",
    r"\hat{x}_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}}",
    r"\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
    r"\begin{bmatrix}1&2\\3&4\end{bmatrix}\begin{pmatrix}a&b&c\\d&e&f\\g&h&i\end{pmatrix}",
    r"f(x) = \begin{cases} x & x>0 \\ \alpha (e^x - 1) & x \le 0\end{cases}",
    r"\underset{\theta}{\arg\max}\; p(D \mid \theta)",
    r"\nabla_\theta \mathcal{L} = \frac{\partial \mathcal{L}}{\partial \theta}",
    r"\mathcal{L}_{cls} + W_Q^2 + x_X",
    r"\left(\frac{a}{b}\right)^2 + \left[\sum_{i=1}^n x_i^2\right]^{1/2}",
    r"\frac{1}{1 + \frac{1}{1 + x}}",
    r"\left.\frac{df}{dx}\right|_{x=0}",
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
    r"\sqrt[3]{x+1} + \sqrt{\frac{a}{b}}",
    r"\prod_{k=1}^{K} p_k^{\mathbb{1}[y=k]}",
    r"D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \log\frac{p(x)}{q(x)}",
    r"\underbrace{a + b + c}_{\text{three terms}} \xrightarrow{\text{conv}} y",
    r"\int_{0.5}^1 f(x)\,dx",
    r"y = \frac{\text{交集}}{\text{并集面积}} \cdot x",
    r"\binom{n}{k} + \left\lfloor \frac{H + 2p - k}{s} \right\rfloor",
    r"\left\{ \begin{array}{ll} 1 & x \\ 0 & y \end{array} \right.",
    r"\sum_{\substack{i \ne j \\ k}} x + \lim_{x \to 0} \frac{\sin x}{x}",
]


@pytest.mark.parametrize("tex", DISPLAYS)
def test_a_display(tex, snapshot):
    assert f"{tex}\n{drawn(tex)}" == snapshot


@pytest.mark.parametrize("width", [20, 30, 40])
def test_a_wide_formula_is_broken_before_relations_and_operators(width):
    tex = r"L = L_{cls} + \lambda L_{box} + \mu L_{mask} + \frac{a}{b} = \alpha + \beta + \gamma"
    laid = rows(tex, width=width)
    assert max(map(cell_len, laid.lines)) <= laid.width <= width
    assert len(laid.lines) > len(rows(tex).lines)


@pytest.mark.parametrize(
    ("tex", "message"),
    [
        (r"\foo x", r"unknown command \foo"),
        (r"\frac{a", "a brace has no partner"),
        (r"\frac{a}", r"an argument, a bracket or an \end is missing"),
        (r"a_b_c", "two scripts stand in the same place"),
        (r"\begin{cases} a", r"\begin{cases} has no \end"),
        (r"\begin{foo} a \end{foo}", "unknown environment foo"),
        (r"\text", r"something is missing after \text"),
        ("", "it is empty"),
    ],
)
def test_a_wrong_formula_says_what_is_wrong(tex, message):
    assert rows(tex) == FormulaError(tex, message)
    assert fault(tex, inline=True) == message


def test_faults_of_sound_formulas():
    assert fault(r"x_i", inline=True) is None
    assert fault(r"\frac{a}{b}", inline=False) is None
    assert fault(r"\frac{a}{b}", inline=True).startswith("takes 3 rows")
    assert fault("+".join(["x"] * 40), inline=False).startswith("is 157 columns wide")


PIECES = st.sampled_from(
    [
        r"x",
        r"y",
        r"1",
        r"+",
        r"-",
        r"=",
        r"(",
        r")",
        r"{",
        r"}",
        r"^",
        r"_",
        r"&",
        r"|",
        r"'",
        r",",
        r"中",
        r"\\",
        r"\frac",
        r"\sqrt",
        r"\sum",
        r"\hat",
        r"\left(",
        r"\right)",
        r"\text",
        r"$",
        r"~",
        r"→",
        r"{x}",
        r"\begin{cases}",
        r"\end{cases}",
        r"\mathbb",
        r"\max",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=20), st.booleans())
def test_nothing_raises_and_rows_have_the_width_they_say(tex, inline):
    laid = rows(tex, inline=inline, width=40)
    if isinstance(laid, Rows):
        assert laid.lines
        assert max(map(cell_len, laid.lines)) <= laid.width
        assert inline or r"\begin" in tex or "\\\\" in tex or len(laid.lines) < 60
