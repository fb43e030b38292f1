"""Which keys a card takes in each phase."""

from collections.abc import Mapping

from quizml.model.cards import Basic, Choice, Cloze, Code, Numeric
from quizml.model.reviews import Rating
from quizml.ui.editing import LineEdit
from quizml.ui.frame import Footer
from quizml.ui.showing import Phase, Showing, several
from quizml.ui.words import RATINGS

_ALWAYS = (
    ("u", "undo"),
    ("l", "language"),
    ("e", "edit"),
    ("f", "flag"),
    ("b", "bury"),
    ("s", "suspend"),
)
_END = (("?", "help"), ("q", "quit"))


def footer(
    showing: Showing,
    futures: Mapping[Rating, str],
    *,
    edit: LineEdit | None = None,
    note: str = "",
    suggested: Rating | None = None,
) -> Footer:
    """The footer of a card; `edit` is the answer being typed, None once Escape has left it.

    `suggested` is the rating that Enter takes.
    """
    if showing.phase is Phase.REVEALED:
        take = () if suggested is None else (("enter", RATINGS[suggested]),)
        return Footer((*take, ("1-4", "rate"), *_END, *_ALWAYS), futures, note=note)
    if edit is not None:
        card = showing.card
        unit = card.unit.said(showing.language) if isinstance(card, Numeric) else ""
        keys = (("enter", "check"), ("esc", "other keys"))
        return Footer(keys, edit=edit, unit=unit, note=note)
    return Footer((*_own(showing), *_END, *_ALWAYS), note=note)


def _own(showing: Showing) -> tuple[tuple[str, str], ...]:
    """What this kind of card takes while it is asked."""
    match showing.card:
        case Choice() as card:
            several_keys = (("enter", "check"),) if several(card) else ()
            return ((f"1-{len(card.options)}", "pick"), *several_keys, ("space", "reveal"))
        case Code():
            return (
                ("o", "start"),
                ("r", "reread"),
                ("h", "more hints"),
                ("n", "next"),
                ("space", "rate"),
            )
        case Cloze() | Numeric():
            return (("enter", "answer"), ("space", "reveal"))
        case Basic():
            return (("space", "reveal"),)
