"""`quizml deck`: every command, played by lines, and what it leaves behind."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import Result

from quizml.cli import context
from quizml.cli.deck_edit import command, line_of
from quizml.cli.deck_fields import slugged, variable
from quizml.decks.library import Place, load
from quizml.model.errors import BadInput
from quizml.model.heads import CardId
from quizml.model.reviews import (
    EventId,
    Interval,
    Memory,
    Rating,
    Review,
    State,
    StudyDay,
)
from quizml.store import Store

Run = Callable[..., Result]

SHIPPED = """\
title: {en: Shipped, zh: 自带}
cards:
  - id: one
    topic: t
    question: {en: What is one?, zh: 一是什么？}
    answer: '$1$'
  - id: two
    topic: t
    question: {en: What is two?, zh: 二是什么？}
    answer: '$2$'
"""
MINE = "title: Mine\ncards:\n  - id: a\n    question: Q?\n    answer: A.\n"
FAULTY = "title: Mine\ncards:\n  - id: a\n    question: Q?\n    anser: A.\n"


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One shipped deck."""
    monkeypatch.setattr(context, "PACKAGE", tmp_path / "package")
    return put(tmp_path / "package/shipped_decks/ship.yaml", SHIPPED)


@pytest.fixture
def own(home: Path) -> Path:
    """The learner's deck folder."""
    return home / "decks"


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody sat there."""
    monkeypatch.setattr(context.Context, "interactive", property(lambda _: True))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """An editor that runs the given Python statements, one group a call, on `text`."""

    def call(*edits: str) -> Path:
        log = tmp_path / "edits"
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys; from pathlib import Path\n"
            f"log = Path({str(log)!r}); file = Path(sys.argv[-1])\n"
            "turn = len(log.read_text().splitlines()) if log.exists() else 0\n"
            "with log.open('a') as out: print(*sys.argv[1:], file=out)\n"
            "text = file.read_text(encoding='utf-8')\n"
            f"exec({list(edits)!r}[turn])\n"
            "file.write_text(text, encoding='utf-8')\n"
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
        return log

    return call


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def files(folder: Path) -> dict[str, str]:
    found = folder.iterdir() if folder.is_dir() else []
    return {file.name: file.read_text(encoding="utf-8") for file in found}


# list, show, schema


def test_list_names_every_deck_and_the_broken_ones_last(quizml: Run, own: Path) -> None:
    put(own / "mine.yaml", MINE)
    put(own / "broken.yaml", FAULTY)
    done = quizml("deck", "list")
    assert done.exit_code == 0
    assert done.stdout == "ship\tShipped\t2\t2 basic\nmine\tMine\t1\t1 basic\n"
    assert done.stderr == (f"broken: {own}/broken.yaml: 1 fault; see `quizml deck check broken`\n")


def test_list_speaks_json(quizml: Run) -> None:
    (deck,) = json.loads(quizml("deck", "list", "--json").stdout)
    assert (deck["name"], deck["cards"], deck["kinds"]) == ("ship", 2, {"basic": 2})
    assert deck["title"] == {"en": "Shipped", "zh": "自带"}


def test_show_prints_a_decks_cards(quizml: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ship/one\tbasic\tmedium\t2\tWhat is one?" in quizml("deck", "show", "ship").stdout
    monkeypatch.setenv("QUIZML_LANGUAGE", "zh")
    assert "一是什么？" in quizml("deck", "show", "ship").stdout
    (deck,) = json.loads(quizml("deck", "show", "ship", "--json").stdout)
    assert [head["id"] for head in deck["heads"]] == ["ship/one", "ship/two"]


def test_show_prints_a_card_whole(quizml: Run, own: Path, deck: Path) -> None:
    put(own / "little.yaml", deck.read_text(encoding="utf-8"))
    assert "max(0, x)" in quizml("deck", "show", "little/relu").stdout
    assert "the largest value" in quizml("deck", "show", "little/pooling").stdout
    assert "kernel on" in quizml("deck", "show", "little/width").stdout
    both = quizml("deck", "show", "little/slope").stdout
    assert "little/slope/c1" in both
    assert "little/slope/c2" in both
    (card,) = json.loads(quizml("deck", "show", "little/slope/c2", "--json").stdout)
    assert (card["id"], card["number"]) == ("little/slope/c2", 2)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("shp", "no deck is called 'shp' (did you mean 'ship'?)"),
        ("ship/onne", "no card is called 'ship/onne' (did you mean 'ship/one'?)"),
        ("nodeck/x", "no deck is called 'nodeck'"),
        ("./nothing.yaml", "nothing.yaml: no such file"),
    ],
)
def test_what_is_not_there_is_one_clear_line(quizml: Run, what: str, said: str) -> None:
    done = quizml("deck", "show", what)
    assert done.exit_code == 2
    assert done.stderr.startswith("quizml: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_schema_is_printed(quizml: Run) -> None:
    assert json.loads(quizml("deck", "schema").stdout)["title"] == "quizml deck"


# check


def test_check_passes_sound_decks(quizml: Run) -> None:
    done = quizml("deck", "check")
    assert (done.exit_code, done.stdout) == (0, "1 deck, 2 cards: no faults\n")


def test_check_tells_every_fault_with_its_place(quizml: Run, own: Path, tmp_path: Path) -> None:
    put(own / "mine.yaml", FAULTY)
    other = put(tmp_path / "other.yaml", MINE.replace("A.", "'$\\frac{1}{2}$ and $'"))
    done = quizml("deck", "check", "mine", other)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0] == (
        f"{own}/mine.yaml:5:5: card 'a': unknown field 'anser' (did you mean 'answer'?)"
    )
    assert lines[1].startswith(f"{other}:5:14: card 'a': formula")
    assert lines[2].startswith(f"{other}:5:32: card 'a': 'answer' has a $")
    assert lines[3:] == ["2 decks, 1 card: 3 faults"]
    found = json.loads(quizml("deck", "check", "mine", "--json").stdout)
    assert found["problems"][0]["line"] == 5
    assert found["problems"][0]["hint"] == "did you mean 'answer'?"


def test_a_faulty_deck_fails_the_check_of_all_but_hides_none(quizml: Run, own: Path) -> None:
    put(own / "mine.yaml", FAULTY)
    assert quizml("deck", "check").exit_code == 1
    assert quizml("deck", "check", "ship").exit_code == 0
    assert quizml("deck", "check", "shp").exit_code == 2


def test_check_names_the_cards_that_vanished_with_their_reviews(
    quizml: Run, home: Path, shipped: Path
) -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    day = StudyDay(at.toordinal())
    waits = Interval(7, StudyDay(day + 7))
    memory = Memory(7.0, 5.0, waits, at, day, reps=1, lapses=0)
    with Store.open(home / "quizml.db", replay=lambda _: memory) as store:
        for card in ("ship/one", "ship/two", "gone/x"):
            review = Review(
                card=CardId(card), rating=Rating.GOOD, at=at, day=day, state=State.NEW,
                took_ms=900, schedule=waits,
            )  # fmt: skip
            store.record(review, memory, version=EventId(""))
    shipped.write_text(SHIPPED.replace("id: two", "id: two-new"), encoding="utf-8")
    done = quizml("deck", "check")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "note: 'gone/x' has reviews but is in no deck",
        (
            "note: 'ship/two' has reviews but is in no deck; if it is 'ship/two-new' now, write "
            "`was: two` there"
        ),
        "1 deck, 2 cards: no faults",
    ]


# add a file, a folder


def test_add_copies_a_deck(quizml: Run, own: Path, tmp_path: Path) -> None:
    source = put(tmp_path / "mine.yaml", MINE)
    done = quizml("deck", "add", source)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"Added mine: 1 cards (1 basic), {own}/mine.yaml\n"
    assert files(own) == {"mine.yaml": MINE}
    assert quizml("deck", "add", source, "--name", "other").exit_code == 0
    assert set(files(own)) == {"mine.yaml", "other.yaml"}


def test_add_takes_a_folder_whole_or_not_at_all(quizml: Run, own: Path, tmp_path: Path) -> None:
    put(tmp_path / "in/a.yaml", MINE)
    put(tmp_path / "in/b.yaml", FAULTY)
    put(tmp_path / "in/_notes.yaml", "no: deck")
    done = quizml("deck", "add", tmp_path / "in")
    assert done.exit_code == 2
    assert "b.yaml:5:5: card 'a': unknown field 'anser'" in done.stderr
    assert files(own) == {}
    put(tmp_path / "in/b.yaml", MINE)
    assert quizml("deck", "add", tmp_path / "in").exit_code == 0
    assert files(own) == {"a.yaml": MINE, "b.yaml": MINE}


def test_add_never_overwrites_unasked(quizml: Run, own: Path, tmp_path: Path) -> None:
    put(own / "mine.yaml", MINE)
    source = put(tmp_path / "mine.yaml", MINE + "# newer\n")
    done = quizml("deck", "add", source, typed="y\n")
    assert done.exit_code == 2
    assert "say --force" in done.stderr
    assert files(own) == {"mine.yaml": MINE}
    assert quizml("deck", "add", source, "--force").exit_code == 0
    assert files(own) == {"mine.yaml": MINE + "# newer\n"}
    over_shipped = quizml("deck", "add", source, "--name", "ship")
    assert "the shipped deck 'ship' would be replaced" in over_shipped.stderr


@pytest.mark.usefixtures("at_terminal")
def test_add_asks_at_a_terminal(quizml: Run, own: Path, tmp_path: Path) -> None:
    put(own / "mine.yaml", MINE)
    source = put(tmp_path / "mine.yaml", MINE + "# newer\n")
    assert "Nothing was changed" in quizml("deck", "add", source, typed="n\n").stdout
    assert files(own) == {"mine.yaml": MINE}
    assert quizml("deck", "add", source, typed="what\ny\n").exit_code == 0
    assert files(own) == {"mine.yaml": MINE + "# newer\n"}


@pytest.mark.parametrize(
    ("name", "text", "options", "said"),
    [
        ("Mine.yaml", MINE, [], "rename it to mine.yaml"),
        ("mine.txt", MINE, [], "its name ends in .yaml"),
        ("mine.yaml", "", [], "the deck is empty"),
        ("mine.yaml", MINE, ["--name", "Not Good"], "'Not Good' is no slug"),
        ("nothing", None, [], "no such file"),
    ],
)
def test_what_is_no_deck_is_not_added(
    quizml: Run, own: Path, tmp_path: Path, name: str, text: str | None, options: list, said: str
) -> None:
    if text is not None:
        put(tmp_path / name, text)
    done = quizml("deck", "add", tmp_path / name, *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert files(own) == {}


# add by dialogue

BASIC = "en\nMy deck\nbasic\nWhat is it?\nFirst.\n\nSecond.\n.\none point\n\n\nn\ny\n"
CHOICE = (
    "both\nchoice\nWhich?\n哪个？\nLeft\n左\ny\n\n\nRight\n右\nn\nnot it\n不对\n\n\n.\n.\n"
    "left-or-right\ny\nsides\nhard\n3\nfirst, second\ny\n"
)
NUMERIC = (
    "zh\nnumeric\n{n} 加 {k}？\nn = 1, 2.5\nk = 0..4 step 2\nm = n + k\n\nn < 3\nm\n0.1\n\n"
    "是 {answer}。\n.\nsum\n\ny\n"
)
CLOZE = "en\ncloze\nAt most {{c1::1/4||0.25::a fraction}}.\n.\nslope\n\ny\n"
CODE = "en\ncode\nWrite NMS.\nnms\nSort first.\n\nnms\n\ny\n"


def test_the_dialogue_writes_every_kind_of_card(quizml: Run, own: Path) -> None:
    first = quizml("deck", "add", typed="mine\n" + BASIC)
    assert first.exit_code == 0, first.output
    assert "Added mine/it" in first.stdout
    begun = files(own)["mine.yaml"]
    for typed in (CHOICE, NUMERIC, CLOZE, CODE):
        done = quizml("deck", "add", "--name", "mine", typed=typed)
        assert done.exit_code == 0, done.output
    text = files(own)["mine.yaml"]
    assert text.startswith(begun)
    library = load(Place(own=own), own / "cache", ("nms",))
    assert library.problems == ()
    it, choice, numeric, cloze, code = (library.card(head.id) for head in library.heads())
    assert it.answer.en == "First.\n\nSecond."
    assert [point.en for point in it.points] == ["one point"]
    assert [(o.text.zh, o.correct, o.why.en) for o in choice.options] == [
        ("左", True, ""),
        ("右", False, "not it"),
    ]
    assert (choice.id, choice.head.topic, choice.head.importance, choice.head.tags) == (
        "mine/left-or-right",
        "sides",
        3,
        ("first", "second"),
    )
    assert numeric.variables == (("n", (1, 2.5)), ("k", (0, 2, 4)), ("m", "n + k"))
    assert numeric.explanation.zh == "是 {answer}。"
    assert (cloze.id, code.exercise, code.hints[0].en) == ("mine/slope/c1", "nms", "Sort first.")


@pytest.mark.parametrize("lines", range(1, BASIC.count("\n") + 1))
def test_a_dialogue_that_ends_early_leaves_everything_as_it_was(
    quizml: Run, own: Path, lines: int
) -> None:
    put(own / "other.yaml", MINE)
    typed = "\n".join(("mine\n" + BASIC).split("\n")[:lines])
    done = quizml("deck", "add", typed=typed)
    assert done.exit_code == 2
    assert "nothing was written" in done.stderr
    assert files(own) == {"other.yaml": MINE}


def test_ctrl_c_leaves_everything_as_it_was(
    quizml: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["mine", "en", "My deck", "basic"])

    def typed(_prompt: str = "") -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", typed)
    done = quizml("deck", "add")
    assert done.exit_code == 130
    assert "Nothing was written." in done.stderr
    assert files(own) == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Bad Name\n", "(did you mean 'bad-name'?)"),
        ("ship\n", "is shipped with quizml"),
        ("mine\nfr\n", "'fr' is none of en, zh, both"),
        ("mine\nen\nT\nbasik\n", "(did you mean 'basic'?)"),
        ("mine\nen\nT\nbasic\n\n", "Question is empty"),
        ("mine\nen\nT\nnumeric\n{n}\nn is 5\n", "should be like n = 28, 32"),
        ("mine\nen\nT\ncloze\nnothing hidden\n.\nx\n\n", "the text hides nothing"),
        ("mine\nen\nT\nnumeric\n{n}\nn = 1\n\n\nk\n0\n\n.\nx\n\n", "unknown variable 'k'"),
    ],
)
def test_a_wrong_answer_in_a_pipe_is_one_clear_error(
    quizml: Run, own: Path, typed: str, said: str
) -> None:
    done = quizml("deck", "add", typed=typed)
    assert done.exit_code == 2
    assert said in done.stderr
    assert files(own) == {}


@pytest.mark.usefixtures("at_terminal")
def test_a_wrong_answer_at_a_terminal_is_asked_again(quizml: Run, own: Path) -> None:
    typed = "Bad Name\nship\nmine\nxx\nen\nTitle\nb\n\nWhat?\nA.\n.\n\nBAD ID\nx\n\n\n"
    done = quizml("deck", "add", typed=typed)
    assert done.exit_code == 0, done.output
    assert "cards:\n  - id: x\n    question:\n      en: What?\n" in files(own)["mine.yaml"]


@pytest.mark.usefixtures("at_terminal")
def test_a_faulty_card_can_be_mended_in_the_editor(
    quizml: Run, own: Path, editor: Callable[..., Path]
) -> None:
    editor("text = text.replace('nothing h', 'a {{c1::nothing}} h')")
    done = quizml("deck", "add", typed="mine\nen\nT\ncloze\nnothing hidden\n.\nx\n\ny\n")
    assert done.exit_code == 0, done.output
    assert "{{c1::nothing}}" in files(own)["mine.yaml"]


def test_a_deck_that_cannot_be_extended_says_so(quizml: Run, own: Path) -> None:
    flow = "title: Mine\ncards: [{id: a, question: Q, answer: A}]\n"
    put(own / "mine.yaml", flow)
    done = quizml("deck", "add", typed="mine\nen\nbasic\nQ?\nA\n.\n\nx\n\ny\n")
    assert done.exit_code == 2
    assert "use `quizml deck edit`" in done.stderr
    assert files(own) == {"mine.yaml": flow}


# remove


def test_remove_takes_only_the_learners_own_decks(quizml: Run, own: Path) -> None:
    put(own / "mine.yaml", FAULTY)
    unsure = quizml("deck", "remove", "mine")
    assert (unsure.exit_code, "say --yes" in unsure.stderr) == (2, True)
    assert "cannot be removed" in quizml("deck", "remove", "ship").stderr
    assert quizml("deck", "remove", "shp").exit_code == 2
    assert set(files(own)) == {"mine.yaml"}
    done = quizml("deck", "remove", "mine", "--yes")
    assert done.exit_code == 0
    assert "reviews are kept" in done.stdout
    assert files(own) == {}


@pytest.mark.usefixtures("at_terminal")
def test_remove_asks_at_a_terminal(quizml: Run, own: Path) -> None:
    put(own / "ship.yaml", MINE)
    assert "Nothing was changed" in quizml("deck", "remove", "ship", typed="\n").stdout
    done = quizml("deck", "remove", "ship", typed="y\n")
    assert "The shipped deck ship takes its place again" in done.stdout
    assert files(own) == {}


# edit


def test_edit_saves_a_sound_deck(quizml: Run, own: Path, editor: Callable[..., Path]) -> None:
    put(own / "mine.yaml", MINE)
    editor("text = text.replace('A.', 'B.')")
    done = quizml("deck", "edit", "mine")
    assert done.exit_code == 0, done.stderr
    assert files(own) == {"mine.yaml": MINE.replace("A.", "B.")}
    editor("pass", "pass")
    assert "Nothing was changed" in quizml("deck", "edit", "mine/a").stdout


def test_edit_copies_a_shipped_deck_first(
    quizml: Run, own: Path, shipped: Path, editor: Callable[..., Path]
) -> None:
    editor("text = text.replace('id: two', 'id: second')")
    done = quizml("deck", "edit", "ship/two")
    assert "a copy in" in done.stdout
    assert "No longer there: ship/two" in done.stdout
    assert shipped.read_text(encoding="utf-8") == SHIPPED
    assert files(own) == {"ship.yaml": SHIPPED.replace("id: two", "id: second")}


def test_a_faulty_edit_restores_and_keeps_what_was_written(
    quizml: Run, own: Path, editor: Callable[..., Path]
) -> None:
    put(own / "mine.yaml", MINE)
    editor("text = text.replace('answer', 'anser')")
    done = quizml("deck", "edit", "mine", typed="n\n")
    assert done.exit_code == 2
    assert "mine.yaml:5:5: card 'a': unknown field 'anser'" in done.stderr
    assert "is kept in" in done.stderr
    assert files(own) == {"mine.yaml": MINE, "_mine-faulty.yaml": FAULTY}


def test_a_faulty_edit_can_be_mended(quizml: Run, own: Path, editor: Callable[..., Path]) -> None:
    put(own / "mine.yaml", MINE)
    log = editor(
        "text = text.replace('answer', 'anser')",
        "text = text.replace('anser: A', 'answer: C')",
    )
    done = quizml("deck", "edit", "mine", typed="y\n")
    assert done.exit_code == 0, done.stderr
    assert files(own) == {"mine.yaml": MINE.replace("A.", "C.")}
    assert len(log.read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("visual", "said"),
    [("/no/such/editor", "set $EDITOR"), ("false", "ended with 1"), ("'", "set $EDITOR")],
)
def test_an_editor_that_fails_changes_nothing(
    quizml: Run, own: Path, monkeypatch: pytest.MonkeyPatch, visual: str, said: str
) -> None:
    put(own / "mine.yaml", MINE)
    monkeypatch.setenv("VISUAL", visual)
    done = quizml("deck", "edit", "mine")
    assert done.exit_code == 2
    assert said in done.stderr
    assert files(own) == {"mine.yaml": MINE}


def test_a_deck_that_changes_under_the_editor_is_not_overwritten(
    quizml: Run, own: Path, editor: Callable[..., Path]
) -> None:
    file = put(own / "mine.yaml", MINE)
    editor(f"text += '# mine'; Path({str(file)!r}).write_text('other')")
    done = quizml("deck", "edit", "mine")
    assert done.exit_code == 3
    assert files(own) == {"mine.yaml": "other", "_mine-edited.yaml": MINE + "# mine"}


def test_a_broken_deck_can_be_edited(quizml: Run, own: Path, editor: Callable[..., Path]) -> None:
    put(own / "mine.yaml", FAULTY)
    editor("text = text.replace('anser', 'answer')")
    assert quizml("deck", "edit", "mine/a").exit_code == 0
    assert files(own) == {"mine.yaml": MINE}


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        (["vim"], ["vim", "+7", "f"]),
        (["/usr/bin/nano", "-w"], ["/usr/bin/nano", "-w", "+7", "f"]),
        (["emacs"], ["emacs", "+7", "f"]),
        (["hx"], ["hx", "+7", "f"]),
        (["code"], ["code", "-g", "f:7", "--wait"]),
        (["code", "--wait"], ["code", "--wait", "-g", "f:7"]),
        (["subl", "-w"], ["subl", "-w", "f:7"]),
        (["ed"], ["ed", "f"]),
    ],
)
def test_the_editor_opens_at_the_cards_line(editor: list[str], words: list[str]) -> None:
    assert command(editor, Path("f"), 7) == words


def test_a_cards_line_is_found_however_it_is_written() -> None:
    text = "cards:\n  - id: a\n  - {id: b, x: y}\n  - topic: t\n    id: 'c' # third\n- id: d-e\n"
    assert [line_of(text, card) for card in ("a", "b", "c", "d-e")] == [2, 3, 5, 6]
    with pytest.raises(BadInput, match="did you mean 'd-e'"):
        line_of(text, "d-f")


# the dialogue's small parts


def test_variables_are_read_as_people_write_them() -> None:
    assert variable("n = 28, 32") == ("n", [28, 32])
    assert variable("p=0..3") == ("p", {"from": 0, "to": 3})
    assert variable("p = 0 .. 1 step 0.25") == ("p", {"from": 0, "to": 1, "step": 0.25})
    assert variable("x = -1.5") == ("x", [-1.5])
    assert variable("m = n - 2*p") == ("m", "n - 2*p")
    assert variable("") is None


def test_ids_are_suggested_from_the_question() -> None:
    assert slugged("What is the receptive field of a 3x3 convolution?") == (
        "receptive-field-3x3-convolution"
    )
    assert slugged("什么是感受野？") == ""


def test_listing_decks_loads_neither_yaml_nor_numbers(home: Path) -> None:
    program = (
        "import sys; from typer.testing import CliRunner; from quizml.cli.app import app\n"
        "first, second = (CliRunner().invoke(app, ['deck', 'list']) for _ in range(2))\n"
    )
    for report in ("", "print(first.exit_code, *({'yaml', 'numpy'} & set(sys.modules)))"):
        done = subprocess.run(
            [sys.executable, "-c", program + report], capture_output=True, text=True, check=True
        )
    assert done.stdout == "0\n"
