"""`quizml study`: a session."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.completion import deck_names
from quizml.cli.context import Context, current
from quizml.model.errors import BadInput
from quizml.model.heads import Kind
from quizml.model.text import Display

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizml.cli.player import World
    from quizml.decks.library import Library
    from quizml.model.cards import Code
    from quizml.model.heads import CardId, Head
    from quizml.model.reviews import StudyDay
    from quizml.study.queue import Limits, Queue
    from quizml.study.session import Tally
    from quizml.ui.lines import Line


def study(
    decks: Annotated[
        list[str] | None,
        typer.Argument(
            help="Decks by name, or paths to decks; all without one.", autocompletion=deck_names
        ),
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only cards with this tag.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="Only cards of this topic.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option("--type", help="Only this kind.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many cards.")] = None,
    new: Annotated[int | None, typer.Option(min=0, help="New cards today, this time.")] = None,
    minutes: Annotated[int | None, typer.Option(min=1, help="Stop after so long.")] = None,
    lang: Annotated[Display | None, typer.Option(help="Cards in en, zh or both.")] = None,
    cram: Annotated[bool, typer.Option("--cram", help="Every card once, due or not.")] = False,
    ahead: Annotated[int, typer.Option(min=0, help="Also what is due in so many days.")] = 0,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, no cursor tricks.")] = False,
) -> None:
    """Study: reviews that are due, and some new cards.

    Example: quizml study detection --minutes 20 --lang zh
    """
    context = current()
    names = decks or []
    library = context.chosen(names)
    heads = [
        head
        for head in library.heads()
        if (not tag or set(tag) & set(head.tags))
        and (not topic or head.topic in topic)
        and (not kind or head.kind in kind)
    ]
    display = lang or context.settings.language
    if not heads:
        raise BadInput("no card fits; `quizml deck list` shows the decks, `deck show` their cards")
    from quizml.study.queue import Limits  # noqa: PLC0415

    settings = context.settings
    limits = Limits(
        new=settings.new_per_day if new is None else new,
        reviews=settings.reviews_per_day,
        total=limit,
    )
    queue = _queue(context, heads, limits, cram=cram, ahead=ahead)
    world = _world(context, library, names)
    _play(context, world, queue, display, minutes, plain=plain or not context.interactive)
    _back_up(context)


def _queue(
    context: Context,
    heads: list[Head],
    limits: Limits,
    *,
    cram: bool,
    ahead: int,
) -> Queue:
    from quizml.study.queue import Queue  # noqa: PLC0415

    store, today = context.store(), context.today()
    return Queue(
        heads,
        store.standings(),
        context.scheduler().retrievability,
        today,
        limits,
        store.reviewed_on(today),
        cram=cram,
        ahead=ahead,
    )


def _play(
    context: Context,
    world: World,
    queue: Queue,
    display: Display,
    minutes: int | None,
    *,
    plain: bool,
) -> None:
    import random  # noqa: PLC0415

    from quizml.cli.player import Player  # noqa: PLC0415
    from quizml.cli.stages import FullScreen, Lines  # noqa: PLC0415
    from quizml.study.session import Session  # noqa: PLC0415
    from quizml.ui.themes import Block  # noqa: PLC0415

    def clock() -> tuple[datetime, StudyDay]:
        return context.now(), context.today()

    heads = {head.id: head for head in world.library.heads()}
    session = Session(queue, heads, context.store(), context.scheduler(), clock)
    if plain:
        player = Player(session, Lines(), world, display, random.Random(), minutes)
        player.play()
    else:
        from quizml.ui.terminal import Terminal  # noqa: PLC0415

        with Terminal() as terminal:
            stage = FullScreen(terminal, context.theme())
            player = Player(session, stage, world, display, random.Random(), minutes)
            player.play()
    summary = world.summary(session.tally, player.display)
    context.show(Block(summary, context.theme()))


def _world(context: Context, library: Library, names: Sequence[str]) -> World:
    from quizml.cli.player import World  # noqa: PLC0415

    def edit(card: CardId) -> Library:
        from quizml.cli.deck_edit import edit_deck  # noqa: PLC0415

        name, slug = card.split("/")[:2]
        path = library.deck(name).path
        given = path.parent not in (context.shipped_folder, context.deck_folder)
        edit_deck(context, str(path) if given else name, slug)
        return context.chosen(names)

    def starter(card: Code) -> str:
        from quizml.cli.code import write_starter  # noqa: PLC0415

        path = Path(f"{card.exercise}.py")
        if not path.exists():
            write_starter(context, path, card)
        return str(path)

    def begin(card: CardId) -> None:
        from quizml.cli.coding import begin as note  # noqa: PLC0415 - coding cards alone

        note(context, card)

    def summary(tally: Tally, display: Display) -> list[Line]:
        return _summary(context, tally, display)

    store, scheduler = context.store(), context.scheduler()
    return World(library, store, scheduler, context.now, edit, starter, begin, summary)


def _summary(context: Context, tally: Tally, display: Display) -> list[Line]:
    """How it went, and what comes next."""
    from quizml.model.reviews import Interval, Memory, Step  # noqa: PLC0415
    from quizml.ui.summary import Summary, summary  # noqa: PLC0415
    from quizml.ui.words import spoken  # noqa: PLC0415

    today, now = context.today(), context.now()
    waits, days = [], []
    for standing in context.store().standings().values():
        match standing.progress:
            case Memory(schedule=Step(due=due)) if not standing.suspended:
                waits.append(due - now)
            case Memory(schedule=Interval(due=day)) if not standing.suspended:
                days.append(day - today)
    told = Summary(
        ratings=tally.ratings,
        new=tally.new,
        took=tally.took,
        today=len(waits),
        tomorrow=sum(day == 1 for day in days),
        week=sum(0 < day <= 7 for day in days),
        next_in=max(min(waits), timedelta()) if waits else None,
    )
    return summary(told, spoken(display), min(context.console().width, 80))


def _back_up(context: Context) -> None:
    """Keep a copy of the log, once a study day."""
    store = context.store()
    if store.backup_due(context.today()):
        store.backup(context.now(), context.today())
