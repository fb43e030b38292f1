"""What there is to study now, for all decks and for each. Light: shell prompts ask for it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from quizml.cli.context import Context, current

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizml.decks.library import Library
    from quizml.study.plan import Outlook


def outlook(context: Context) -> Outlook:
    """What `quizml study` would ask now."""
    return outlooks(context, context.chosen([]))[0]


def outlooks(context: Context, library: Library) -> list[Outlook]:
    """What studying the whole library would bring now, then each deck alone."""
    from quizml.study.plan import Limits, outlook  # noqa: PLC0415

    store, settings, now, today = context.store(), context.settings, context.now(), context.today()
    standings, already = store.standings(), store.reviewed_on(today)
    limits = Limits(new=settings.new_per_day, reviews=settings.reviews_per_day)
    return [
        outlook(heads, standings, limits, already, now=now, day=today, rollover=settings.rollover)
        for heads in (library.heads(), *(deck.heads for deck in library.decks))
    ]


def print_json(names: Sequence[str] = ()) -> None:
    """One object: what `quizml study` would ask now, and of each deck alone."""
    context = current()
    library = context.chosen(names)
    total, *each = outlooks(context, library)
    found = {
        "now": context.now().isoformat(),
        **_plain(total),
        "decks": [
            {"deck": deck.name, **_plain(outlook)}
            for deck, outlook in zip(library.decks, each, strict=True)
        ],
    }
    json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


def _plain(outlook: Outlook) -> dict[str, object]:
    return {
        "due": outlook.due,
        "learning": outlook.learning,
        "new": outlook.new,
        "next_due": outlook.next_due.isoformat() if outlook.next_due else None,
    }


def shortly(moment: datetime | None, now: datetime) -> str:
    """The time alone if it is today, else with its date; nothing for never."""
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%Y-%m-%d %H:%M}"
