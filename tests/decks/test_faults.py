"""What is wrong with a deck is told with its place and a way out, and all of it at once."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizml.decks import source
from quizml.decks.parse import Parsed

Faults = Callable[..., list[str]]

TEN = """\
title: {en: Ten faults, zh: 十处错误}
cards:
  - id: one
    question: What?
    anwser: That.
  - id: two
    type: basik
    question: What?
    answer: That.
  - id: one
    question: Twice?
    answer: Yes.
  - id: four
    type: choice
    question: Which?
    choices:
      - {text: a}
      - {text: b}
  - id: five
    type: numeric
    question: "How wide are {n} pixels?"
    variables: {n: [1, 2]}
    answer: m + 1
  - id: six
    type: numeric
    question: "How wide are {n} pixels?"
    variables: {n: [1, 2]}
    where: n > 2
    answer: n
  - id: seven
    type: cloze
    text: {en: "{{c1::a}} and {{c2::b}}", zh: "{{c1::甲}}"}
  - id: eight
    type: code
    question: Write it.
    exercise: softmaks
  - id: nine
    question: What?
    answer: That.
    importance: 5
  - id: ten
    question: What?
    answer: That.
    answer: This.
"""


TOLD = """\
d.yaml:5:5: card 'one': unknown field 'anwser' (did you mean 'answer'?)
d.yaml:7:11: card 'two': 'type' should be one of basic, cloze, choice, numeric, code, not \
'basik' (did you mean 'basic'?)
d.yaml:10:9: card 'one': the id stands twice, first in line 3
d.yaml:17:7: card 'four': no choice is correct (mark one with `correct: true`)
d.yaml:23:13: card 'five': unknown variable 'm' (there are n)
d.yaml:28:12: card 'six': `where` is never true: 'n > 2'
d.yaml:32:47: card 'seven': deletions c1, c2 in en but c1 in zh \
(both languages hide the same numbers)
d.yaml:36:15: card 'eight': unknown exercise 'softmaks' (did you mean 'softmax'?)
d.yaml:40:17: card 'nine': 'importance' should be a whole number from 1 to 3, not '5'
d.yaml:44:5: card 'ten': field 'answer' stands twice, first in line 43
""".splitlines()


def test_ten_faults_are_ten_located_errors(faults: Faults) -> None:
    assert faults(TEN) == TOLD


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("question: a", ["3:5: card 'x': field 'answer' is missing"]),
        ("question: a\nanswer: ''", ["5:13: card 'x': 'answer' is empty"]),
        ("question: a\nanswer:", ["5:12: card 'x': 'answer' is empty"]),
        ("question: a\nanswer: [b]", ["'answer' should be a text or {en: …, zh: …}, not a list"]),
        (
            "question: a\nanswer: {en: b, fr: c}",
            ["5:21: card 'x': 'answer': unknown language 'fr'"],
        ),
        ("question: a\nanswer: {en: b, and c}", ["quotes inside {…}"]),
        ("question: a\nanswer: {}", ["'answer' is empty"]),
        ('question: a\nanswer: "$\\frac{a}{b}$"', ["5:13", "LaTeX goes into single quotes"]),
        ('question: a\nanswer: "$\\text{a}$"', ["LaTeX goes into single quotes"]),
        ("question: a\nanswer: b\ntags: loss", ["6:11: card 'x': 'tags' should be a list"]),
        ("question: a\nanswer: b\ntags: [Big Loss]", ["6:12", "did you mean 'big-loss'?"]),
        ("question: a\nanswer: b\ntags: [on]", ["write it in quotes: 'on'"]),
        ("question: a\nanswer: b\npoints: [{en: ''}]", ["6:19: card 'x': 'points.en' is empty"]),
        ("question: a\nanswer: b\nwas: x", ["was 'x', but a card of this deck still is"]),
        ("question: a\nanswer: b\nwas: a/b/c", ["should be a card's former id"]),
        ("question: a\nanswer: b\ndifficulty: heavy", ["one of easy, medium, hard"]),
        ("question: a\nchoices: []", ["it is a field of `type: choice`", "'answer' is missing"]),
        ("question: a\nanswer: b\n<<: c", ["unknown field '<<'"]),
        ("question: a\nanswer: b\n[1]: c", ["a field's name should be a word, not a list"]),
        (
            "type: choice\nquestion: a\nchoices:\n  - {text: b, correct: true}",
            ["'choices' has 1 items, not 2 to 9"],
        ),
        (
            "type: choice\nquestion: a\nchoices:\n  - {text: b, corect: true}\n  - {text: c}",
            ["7:19: card 'x': unknown field 'corect' (did you mean 'correct'?)"],
        ),
        (
            "type: choice\nquestion: a\nchoices:\n  - {text: b, correct: ja}\n  - {text: c}",
            ["'choices.correct' should be true or false, not 'ja'"],
        ),
        (
            "type: choice\nquestion: a\nchoices:\n  - {text: b, correct: true}\n  - {text: b}",
            ["8:9: card 'x': choice 2 says the same as 1"],
        ),
        ("type: cloze\ntext: nothing hidden", ["5:11: card 'x': the text hides nothing"]),
        ("type: cloze\ntext: |\n  first\n  at {{c1:half}}", ["7:10: card 'x': a deletion is not"]),
        (
            "type: code\nquestion: a\nexercise: nosuch",
            ["unknown exercise 'nosuch' (there are softmax, iou, nms, conv2d)"],
        ),
    ],
)
def test_a_fault_in_a_card_is_named_and_located(
    card_faults: Faults, fields: str, said: list[str]
) -> None:
    found = card_faults(fields)
    assert 1 <= len(found) <= len(said)
    assert all(any(part in line for line in found) for part in said), found


NUMERIC = "type: numeric\nquestion: '{n} wide'\nvariables: {n: [1, 2]}\nanswer: n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("answer: n", "answer: 1 / (n - 1)", "7:13: card 'x': '1 / (n - 1)' divides by zero (with"),
        ("answer: n", "answer: n +", "is not arithmetic"),
        ("answer: n", "answer: 9**9**n**9", "too large"),
        ("answer: n", "answer: 2 * n.real", "7:17: card 'x': 'n.real' is not arithmetic"),
        ("answer: n", "answer: n > 1", "is False, not a finite number"),
        ("answer: n", "answer: n\nwhere: m > 1", "8:12: card 'x': unknown variable 'm'"),
        ("{n} wide", "{n} by {m} wide", "5:24: card 'x': unknown variable 'm' (there are n)"),
        ("{n} wide", "{n wide", None),
        ("{n} wide", "{n} is {answer}", "unknown variable 'answer'"),
        ("{n} wide", "{n:>99}", "unknown number format '>99'"),
        ("{n} wide", "{1, 2}", "'(1, 2)' is not arithmetic"),
        ("[1, 2]", "[]", "has 0 items, not 1 to 10000"),
        ("[1, 2]", "[a]", "'variables.n' should be a number, not 'a'"),
        ("[1, 2]", "{from: 3, to: 1}", "a range goes up"),
        ("[1, 2]", "{from: 1, to: 1e9}", "a range of more than 10,000 values"),
        ("[1, 2]", "{from: 1, too: 2}", "unknown field 'too' (did you mean 'to'?)"),
        ("[1, 2]", "m * 2", "6:20: card 'x': unknown variable 'm' (there are none before it)"),
        ("{n: [1, 2]}", "{n: k, k: n}", "unknown variable 'k'"),
        ("{n: [1, 2]}", "{n: [1], max: [2]}", "a variable cannot be called 'max'"),
        ("{n: [1, 2]}", "{n: [1], if: [2]}", "a variable cannot be called 'if'"),
        ("{n: [1, 2]}", "5", "'variables' should be a mapping"),
        ("answer: n", "answer: n\ntolerance: -1", "'tolerance' should be a number from 0"),
        ("answer: n", "answer: n\ntolerance: 1 %", "'tolerance' should be a number from 0"),
    ],
)
def test_a_fault_in_a_numeric_card_is_named_and_located(
    card_faults: Faults, old: str, new: str, said: str | None
) -> None:
    assert card_faults(NUMERIC) == []
    found = card_faults(NUMERIC.replace(old, new))
    if said is None:
        assert found == []
    else:
        assert len(found) == 1
        assert said in found[0], found


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        ("", "d.yaml:1:1: the deck is empty (it needs `title` and `cards`)"),
        ("# nothing\n", "d.yaml:1:1: the deck is empty"),
        ("- a\n", "d.yaml:1:1: a deck should be a mapping with fields, not a list"),
        ("just text", "a deck should be a mapping with fields, not 'just text'"),
        ("title: a\ncards: []\n", "d.yaml:2:8: the deck has no cards"),
        ("title: a\ncards:\n", "the deck has no cards"),
        ("title: a\ncards: {a: b}\n", "d.yaml:2:8: 'cards' should be a list of cards"),
        ("title: a\ncards: [a]\n", "d.yaml:2:9: card 1: a card should be a mapping"),
        ("title: a\n\tb: c\n", "d.yaml:2:1: a tab cannot indent YAML (use spaces)"),
        ("title: a: b\n", "d.yaml:1:9: mapping values are not allowed in this context"),
        ('title: "\\qrac"\n', "LaTeX goes into single quotes or a | block"),
        ("title: 'a\n", "a quote or bracket is not closed"),
        ("title: *a\n", "a text that begins with * goes into quotes"),
        ("title: a\n---\ntitle: b\n", "a deck is one document"),
        ("title: a\x07\n", "d.yaml:1:9: character U+0007 is not allowed in YAML"),
        (b"title: caf\xe9\n", "d.yaml:1:11: byte 0xe9 is not UTF-8 (save it as UTF-8"),
        ("title: 目标检测\n".encode("gb18030"), "it looks like GB18030"),
        ("title: a\n".encode("utf-16"), "it looks like UTF-16"),
        ("[" * 100_000, "nested too deep"),
        ("- " * 100_000, "nested too deep"),
        ("title: &a [*a]\n", "its aliases stand for more than"),
        ("title: !!python/object/apply:os.system [x]\n", "'title' should be a text"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_that_is_no_deck_says_why(faults: Faults, deck: str | bytes, said: str) -> None:
    found = faults(deck)
    assert any(said in line for line in found), found


def test_aliases_work_but_not_as_a_bomb(faults: Faults) -> None:
    shared = "title: &t {en: a, zh: b}\ncards:\n  - {id: x, question: *t, answer: *t}\n"
    assert faults(shared) == []
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12)
    )
    (found,) = faults(bomb)
    assert "its aliases stand for more than" in found


@pytest.mark.parametrize("name", ["My Deck", "d_e", "Loss", "-a", "a--b", "损失"])
def test_a_file_whose_name_is_no_slug_is_told_a_better_one(faults: Faults, name: str) -> None:
    (found,) = faults("title: a\ncards: [{id: x, question: a, answer: b}]\n", name)
    assert found.startswith(f"{name}.yaml:1:1: ")
    assert "rename it to" in found or "use a-z" in found


def test_a_byte_order_mark_and_windows_lines_do_no_harm(parsed: Callable[..., Parsed]) -> None:
    deck = "title: a\r\ncards:\r\n  - id: x\r\n    question: |\r\n      b\r\n    answer: c\r\n"
    done = parsed(b"\xef\xbb\xbf" + deck.encode())
    assert done.problems == ()
    assert done.cards[0].question.en == "b"


LINES = st.sampled_from([*TEN.splitlines(), "    answer: &a x", "    answer: *a", "", "  - [", "}"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | st.lists(LINES, max_size=30).map(lambda t: "\n".join(t).encode()))
def test_whatever_the_file_holds_loading_ends_with_cards_or_with_places(
    parsed: Callable[..., Parsed], data: bytes
) -> None:
    done = parsed(data)
    assert done.problems or done.cards
    lines = data.count(b"\n") + 2
    assert all(1 <= p.line <= lines + 1 and p.column >= 1 for p in done.problems)


def test_where_libyaml_is_missing_the_same_faults_are_found(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_libyaml = faults(TEN)

    class Slow(yaml.SafeLoader):
        depth = 0
        descend_resolver = source._Guarded.descend_resolver
        ascend_resolver = source._Guarded.ascend_resolver

    monkeypatch.setattr(source, "_Guarded", Slow)
    assert faults(TEN) == with_libyaml
    assert "nested too deep" in faults("[" * 500)[0]
