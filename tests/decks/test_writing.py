"""Cards written by the program read back as they were meant; nothing else changes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.decks import files, writing
from quizml.decks.parse import Parsed, parse
from quizml.decks.source import read
from quizml.model.errors import BadInput, Fault

WORDS = (
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs"],
            exclude_characters="\u2028\u2029\ufeff\ufffe\uffff\x85",
        ),
        min_size=1,
        max_size=30,
    )
    .map(str.strip)
    .filter(bool)
)
TEXTS = WORDS | st.lists(WORDS, min_size=2, max_size=3).map("\n\n".join)
SAID = TEXTS | st.fixed_dictionaries({"en": TEXTS, "zh": TEXTS})


def source(text: str):
    return read(Path("d.yaml"), text.encode())


@given(SAID, SAID, st.lists(SAID, max_size=2), SAID)
def test_any_text_is_read_back(title, question, points, answer) -> None:
    fields = {"id": "x", "question": question, "answer": answer}
    if points:
        fields["points"] = points
    done = parse(Path("d.yaml"), writing.deck(title, [fields]).encode(), ())
    assert done.problems == ()
    (card,) = done.cards
    for text, meant in [(card.question, question), (card.answer, answer), (done.info.title, title)]:
        both = meant if isinstance(meant, dict) else {"en": meant, "zh": meant}
        assert [text.en, text.zh] == [both["en"], both["zh"]]


def test_a_card_is_written_as_a_person_would() -> None:
    fields = {
        "id": "giou",
        "type": "choice",
        "tags": ["loss", "bbox"],
        "question": {"en": "Why: a and b?", "zh": "为什么？"},
        "choices": [{"text": "$x$", "correct": True}, {"text": "it's", "why": "no"}],
        "explanation": "First.\n\nSecond.",
    }
    assert writing.card(fields) == (
        "  - id: giou\n"
        "    type: choice\n"
        "    tags: [loss, bbox]\n"
        "    question:\n"
        "      en: 'Why: a and b?'\n"
        "      zh: 为什么？\n"
        "    choices:\n"
        "      - text: '$x$'\n"
        "        correct: true\n"
        "      - text: 'it''s'\n"
        "        why: 'no'\n"
        "    explanation: |\n"
        "      First.\n"
        "\n"
        "      Second.\n"
    )


NEW = {"id": "new", "question": "a", "answer": "b"}


@pytest.mark.parametrize(
    "deck",
    [
        "title: t\ncards:\n  - {id: x, question: a, answer: b}\n",
        "title: t\ncards:\n- id: x\n  question: a\n  answer: |\n    b\n\n    # no comment",
        "# a\ncards:\n\n    - id: x\n      question: a\n      answer: b # c\n\n# d\ntitle: t\n",
        "cards:\n  - id: x\n    question: a\n    answer: >+\n      b\n\n\ntitle: t\n",
        "title: t\r\ncards:\r\n  - {id: x, question: a, answer: b}\r\n",
        "title: t\ncards:\n  - {id: x, question: a, answer: b}\n# the end\n",
        "\ufefftitle: t\ncards:\n  - {id: x, question: a, answer: b}\n",
    ],
)
def test_a_card_is_added_and_not_a_byte_is_lost(parsed: Callable[..., Parsed], deck: str) -> None:
    before = parsed(deck)
    text = writing.appended(source(deck), NEW)
    after = parsed(text)
    assert after.problems == before.problems == ()
    assert [card.head.id for card in after.cards] == ["d/x", "d/new"]
    assert after.cards[0] == before.cards[0]
    rest = iter(text)
    assert all(character in rest for character in deck.removeprefix("\ufeff"))


@pytest.mark.parametrize(
    "deck",
    [
        "title: t\ncards: [{id: x, question: a, answer: b}]\n",
        "{title: t, cards: [{id: x, question: a, answer: b}]}\n",
    ],
)
def test_a_deck_laid_out_in_brackets_is_not_rewritten(deck: str) -> None:
    with pytest.raises(BadInput, match="quizml deck edit"):
        writing.appended(source(deck), NEW)


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    old = tmp_path / "a.yaml"
    old.write_bytes(b"old")
    (tmp_path / "b.yaml").mkdir()
    with pytest.raises(Fault, match="nothing was changed"):
        files.write_all({old: b"new", tmp_path / "c.yaml": b"c", tmp_path / "b.yaml": b"b"})
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]
    files.write_all({old: b"new", tmp_path / "deep/c.yaml": b"c"})
    assert (old.read_bytes(), (tmp_path / "deep/c.yaml").read_bytes()) == (b"new", b"c")


def test_a_rename_that_fails_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.yaml"
    old.write_bytes(b"old")
    rename = Path.replace

    def torn(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(13, "Permission denied", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", torn)
    with pytest.raises(Fault, match=r"b\.yaml: cannot be written: Permission denied"):
        files.write_all({old: b"new", tmp_path / "b.yaml": b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert old.read_bytes() == b"old"
