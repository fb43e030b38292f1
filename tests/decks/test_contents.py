"""What shipped decks are held to: each check finds what it is for, and nothing in a sound deck."""

from pathlib import Path

import pytest

from quizml.decks.contents import contents, length, reference_fault, twice
from quizml.decks.parse import parse
from quizml.model.text import Language

WORDS = "It keeps the largest value of each window and so forgets where that value stood. " * 5
SIGNS = "它保留每个窗口里的最大值，因此忘记了这个值原来的位置。" * 6

SOUND = f"""\
title: {{en: T, zh: 题}}
cards:
  - id: one
    topic: t
    question: {{en: What does max pooling keep of each window?, zh: 最大池化保留每个窗口的什么？}}
    answer: {{en: "{WORDS}", zh: "{SIGNS}"}}
    sources: [s0-01]
    references: ["Goodfellow et al. 2016, arXiv:1607.06450"]
  - id: two
    type: choice
    topic: u
    question: {{en: Which norm is largest here?, zh: 哪个范数最大？}}
    choices:
      - {{text: {{en: the first, zh: 第一个}}, correct: true}}
      - {{text: {{en: the second, zh: 第二个}}, why: {{en: it is smaller, zh: 它更小}}}}
"""
SOUND += """\
  - id: three
    type: numeric
    topic: v
    question: {en: "How many weights has a {k}x{k} kernel?", zh: "{k}x{k} 的核有多少权重？"}
    variables: {k: [3, 5]}
    answer: k * k
    explanation: {en: "{k} times {k} is {answer}", zh: "{k} 乘 {k} 等于 {answer}"}
"""


def found(text: str) -> list[str]:
    parsed = parse(Path("deck.yaml"), text.encode(), ())
    assert not parsed.problems, parsed.problems
    problems = [*contents(parsed, {"s0-01"}), *twice([parsed])]
    return [problem.message for problem in problems]


def test_a_sound_deck_has_nothing_to_mend() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (WORDS, "Too short.", "the answer has 2 words"),
        (WORDS, WORDS * 4, "the answer has 300 words"),
        (SIGNS, "太短。", "the answer has 2 characters"),
        ("s0-01", "s9-99", "source 's9-99' is no entry"),
        ("arXiv:1607.06450", "arXiv:16070", "of no known form"),
        ("Goodfellow et al. 2016, arXiv:1607.06450", "some book", "neither a year"),
        ("What does max pooling keep", "What does 最大池化 keep", "holds Chinese"),
        ("最大池化保留每个窗口的什么？", "What does it keep of each window?", "holds no Chinese"),
        ("最大池化保留每个窗口的什么？", "什么？", "one language says more than the other"),
        ("乘 {k} 等于 {answer}", "乘 {k} 等于 {k + 1}", "the zh explanation does not arrive"),
        ("Which norm is largest here?", "What do max pooling keep of each window", "asks what"),
    ],
)
def test_what_a_deck_should_not_hold_is_found(old: str, new: str, says: str) -> None:
    assert any(says in message for message in found(SOUND.replace(old, new))), found(
        SOUND.replace(old, new)
    )


def test_formulas_and_code_do_not_count_as_words() -> None:
    assert length("The loss $L = -\\log p$ of `nn.CrossEntropyLoss` is finite", Language.EN) == 5
    assert length("损失 $L$ 是有限的 float 数", Language.ZH) == 8


@pytest.mark.parametrize(
    "reference",
    [
        "Ioffe and Szegedy 2015, arXiv:1502.03167",
        "LeCun et al. 1998, Efficient BackProp",
        "PyTorch documentation, torch.nn.BatchNorm2d",
        "Rumelhart 1986, doi:10.1038/323533a0",
        "arXiv:hep-th/9901001",
    ],
)
def test_a_reference_that_can_be_found_passes(reference: str) -> None:
    assert reference_fault(reference) is None
