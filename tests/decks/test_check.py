"""Checks beyond loading: formulas, dollars, spaces, both languages."""

from pathlib import Path

import pytest

from quizml.decks.check import check

DECK = "title: {en: D, zh: 牌组}\ncards:\n  - id: x\n    topic: x\n"


def fault(tex: str, inline: bool) -> str | None:
    if "bad" in tex:
        return "cannot be laid out"
    return "takes three rows" if inline and "frac" in tex else None


def found(card: str, *, shipped: bool = False) -> list[str]:
    body = "".join(f"    {line}\n" if line else "\n" for line in card.strip("\n").split("\n"))
    checked = check(Path("d.yaml"), (DECK + body).encode(), ("nms",), fault, shipped=shipped)
    return [str(problem) for problem in checked.problems]


def test_a_good_card_passes() -> None:
    assert found("question: {en: a, zh: 甲}\nanswer: '$x$'", shipped=True) == []


def test_formulas_are_laid_out_and_located() -> None:
    card = (
        "question: a\nanswer:\n  en: |\n    First line,\n    then $\\frac{1}{2}$\n\n    $$\\bad$$"
    )
    assert found(card) == [
        "d.yaml:9:14: card 'x': formula '\\\\frac{1}{2}' takes three rows",
        "d.yaml:11:9: card 'x': formula '\\\\bad' cannot be laid out",
    ]


def test_formulas_of_numeric_cards_are_laid_out_with_their_numbers() -> None:
    card = (
        "type: numeric\nquestion: '{n}'\nvariables: {n: [1, 2]}\nanswer: n\n"
        "explanation: 'It is $\\bad {{n}} {{answer}}$'"
    )
    assert found(card) == [
        "d.yaml:9:25: card 'x': formula '\\\\bad {1} {1}' cannot be laid out",
    ]


@pytest.mark.parametrize("text", ["a $x", "costs $5 and $6"])
def test_a_stray_dollar_is_located(text: str) -> None:
    (line,) = found(f"question: a\nanswer: {text}")
    column = 13 + text.index("$")
    assert line.startswith(f"d.yaml:6:{column}: card 'x': 'answer' has a $")


def test_spaces_at_the_end_of_a_line_are_located() -> None:
    assert found("question: a  \nanswer: b") == ["d.yaml:5:16: spaces at the end of the line"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a sentence of plain English words", "zh is missing"),
        ("一句中文", "en is missing"),
        ("{en: only English}", "has no zh"),
        ("{zh: 只有中文}", "has no en"),
        ("'$x = 1$'", None),
        ("ResNet-50", None),
        ("0.25", None),
    ],
)
def test_shipped_decks_speak_both_languages(text: str, said: str | None) -> None:
    card = f"question: {text}\nanswer: '1'"
    assert found(card) == []
    lines = found(card, shipped=True)
    assert len(lines) == (said is not None)
    assert said is None or said in lines[0]


def test_shipped_decks_explain_what_is_wrong() -> None:
    choice = "type: choice\nquestion: '1'\nchoices: [{text: a, correct: true}, {text: b}]"
    assert found(choice, shipped=True) == ["d.yaml:7:41: card 'x': a wrong choice has no 'why'"]
    numeric = "type: numeric\nquestion: '{n}'\nvariables: {n: [1]}\nanswer: n"
    assert found(numeric, shipped=True) == ["d.yaml:3:5: card 'x': field 'explanation' is missing"]


def test_what_loading_finds_is_told_too() -> None:
    assert len(found("question: a \nanser: b")) == 2


def test_a_file_that_is_no_yaml_is_told_once() -> None:
    checked = check(Path("d.yaml"), b"title: [", (), fault)
    assert len(checked.problems) == 1
