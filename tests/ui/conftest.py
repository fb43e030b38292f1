"""A card of every kind, in both languages."""

import random
from dataclasses import replace

import pytest

from quizml.decks.expressions import draw
from quizml.model.cards import Basic, Choice, Cloze, Code, Numeric, Option
from quizml.model.heads import CardId, Head, Kind
from quizml.model.text import Text
from quizml.ui.lines import text_of


def head(slug, kind):
    note = f"detection/{slug.partition('/')[0]}"
    return Head(
        id=CardId(f"detection/{slug}"),
        deck="detection",
        note=note,
        position=0,
        kind=kind,
        topic="boxes",
    )


GIOU = r"$$\mathrm{GIoU} = \mathrm{IoU} - \frac{|C \setminus (A\cup B)|}{|C|}$$"

BASIC = Basic(
    head=head("giou", Kind.BASIC),
    question=Text(
        "Why was GIoU introduced, and how is it defined?", "为什么引入 GIoU？它是怎样定义的？"
    ),
    answer=Text(
        "IoU is 0 for all disjoint boxes, so its **gradient** vanishes and the box cannot move "
        f"towards its target (`x[i, j]` stays).\n\n{GIOU}\n\nwhere $C$ is the smallest box around "
        "both.\n\n- it lies in $(-1, 1]$\n- it equals IoU when $C = A \\cup B$",
        "两个框不相交时 IoU 恒为 0，**梯度**消失，预测框无法向目标移动（`x[i, j]` 不变），训练因此"
        f"停滞。\n\n{GIOU}\n\n其中 $C$ 是同时包住两者的最小外接框。\n\n- 取值范围是 $(-1, 1]$\n"
        "- 当 $C = A \\cup B$ 时等于 IoU",
    ),
    points=(
        Text("IoU gives no gradient for disjoint boxes", "不相交时 IoU 没有梯度"),
        Text(
            "The penalty is the empty share of the enclosing box", "惩罚项是外接框中空白部分的占比"
        ),
    ),
    correction=Text(
        "The notes give the range as [0, 1]; it is $(-1, 1]$.",
        "笔记把取值范围写成 [0, 1]，实际是 $(-1, 1]$。",
    ),
    references=("Rezatofighi et al. 2019, arXiv:1902.09630",),
)

CLOZE = Cloze(
    head=head("slope/c1", Kind.CLOZE),
    text=Text(
        "The sigmoid's derivative is at most {{c1::1/4||0.25::a number}}, at {{c2::$x = 0$}}.",
        "sigmoid 的导数最大为 {{c1::1/4||0.25}}，在 {{c2::$x = 0$}} 处取到。",
    ),
    number=1,
    explanation=Text("It is $\\sigma(1 - \\sigma)$.", "导数是 $\\sigma(1 - \\sigma)$。"),
)

CHOICE = Choice(
    head=head("pooling", Kind.CHOICE),
    question=Text("Where does the gradient of max pooling go?", "最大池化的梯度流向哪里？"),
    options=(
        Option(Text("To the position of the maximum", "流向最大值所在的位置"), correct=True),
        Option(
            Text("Evenly to all positions", "平均分给所有位置"),
            why=Text("That is average pooling.", "那是平均池化。"),
        ),
        Option(
            Text("Nowhere: a maximum has no derivative", "不传播：最大值不可导"),
            why=Text("It has one almost everywhere.", "它几乎处处可导。"),
        ),
    ),
    explanation=Text("Only the winner reached the output.", "只有最大值影响了输出。"),
)

SEVERAL = replace(
    CHOICE,
    head=head("linear", Kind.CHOICE),
    question=Text("Which of these (several) are linear?", "下列哪些（多选）是线性的？"),
    options=(
        Option(Text("$Wx$", ""), correct=True),
        Option(Text("$Wx + b$", ""), why=Text("That is affine.", "那是仿射。")),
        Option(Text("convolution without bias", "无偏置的卷积"), correct=True),
    ),
)

NUMERIC = Numeric(
    head=head("width", Kind.NUMERIC),
    question=Text(
        "A {k}x{k} convolution with stride {s} and padding {p} reads a {n}x{n} map. "
        "How wide is its output?",
        "一个 {k}x{k} 的卷积，步幅 {s}、填充 {p}，输入为 {n}x{n}。输出有多宽？",
    ),
    variables=(("n", (28,)), ("k", (3,)), ("s", (2,)), ("p", (1,))),
    where="1 == 1",
    answer="(n + 2*p - k) // s + 1",
    unit=Text("pixels", "像素"),
    explanation=Text(
        r"$$\left\lfloor\frac{ {{n}} + 2\cdot{{p}} - {{k}} }{ {{s}} }\right\rfloor + 1 = "
        r"{{answer}}$$"
    ),
)

CODE = Code(
    head=head("nms", Kind.CODE),
    question=Text("Implement greedy non-maximum suppression.", "实现贪心非极大值抑制（NMS）。"),
    exercise="nms",
    hints=(Text("Sort by falling score.", "按分数从高到低排序。"),),
)

CARDS = {
    "basic": BASIC,
    "cloze": CLOZE,
    "choice": CHOICE,
    "several": SEVERAL,
    "numeric": NUMERIC,
    "code": CODE,
}


@pytest.fixture
def cards():
    return CARDS


@pytest.fixture
def drawn():
    return draw(NUMERIC, random.Random(1))


@pytest.fixture
def text():
    """Lines as one text, for snapshots."""
    return lambda lines: "\n".join(text_of(line) for line in lines)
