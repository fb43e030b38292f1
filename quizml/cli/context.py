"""What every command needs of the world: the clock, the paths, the settings, the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizml.cli import clock
from quizml.model.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from rich.console import Console, RenderableType

    from quizml.cli.settings import Settings
    from quizml.decks.library import Library
    from quizml.model.reviews import Progress, Review, StudyDay
    from quizml.scheduling.scheduler import Scheduler
    from quizml.store import Store
    from quizml.ui.lines import Line
    from quizml.ui.themes import Theme

PACKAGE = Path(__file__).resolve().parent.parent


class Context:
    """The world as one command sees it; opened lazily, closed when the command ends."""

    def __init__(self) -> None:
        home = os.environ.get("QUIZML_HOME")
        self._home = Path(home).expanduser().absolute() if home else None
        self._store: Store | None = None

    # Where files live

    def _folder(self, kind: str) -> Path:
        if self._home:
            return self._home
        import platformdirs  # noqa: PLC0415 - not needed under QUIZML_HOME

        folder: Path = getattr(platformdirs, f"user_{kind}_path")("quizml", appauthor=False)
        return folder

    @cached_property
    def data_folder(self) -> Path:
        """Reviews and the learner's own decks."""
        return self._folder("data")

    @property
    def store_path(self) -> Path:
        """The review log."""
        return self.data_folder / "quizml.db"

    @property
    def backup_folder(self) -> Path:
        """Copies of the review log."""
        return self.data_folder / "backups"

    @property
    def deck_folder(self) -> Path:
        """The learner's own decks."""
        return self.data_folder / "decks"

    @property
    def shipped_folder(self) -> Path:
        """The decks that come with quizml."""
        installed = PACKAGE / "shipped_decks"
        return installed if installed.is_dir() else PACKAGE.parent / "decks"

    @cached_property
    def cache_folder(self) -> Path:
        """What can be thrown away."""
        return self._home / "cache" if self._home else self._folder("cache")

    @cached_property
    def settings_path(self) -> Path:
        """The settings file."""
        return self._folder("config") / "config.toml"

    # What stands there

    @cached_property
    def settings(self) -> Settings:
        """The learner's settings."""
        from quizml.cli.settings import load  # noqa: PLC0415

        return load(self.settings_path)

    def library(self, paths: Sequence[Path] = ()) -> Library:
        """All decks: shipped ones, the learner's, and those at `paths`."""
        from quizml.decks.library import Place, load  # noqa: PLC0415
        from quizml.references import EXERCISES  # noqa: PLC0415

        place = Place(shipped=self.shipped_folder, own=self.deck_folder, extra=tuple(paths))
        return load(place, self.cache_folder, EXERCISES)

    def chosen(self, names: Sequence[str]) -> Library:
        """The decks named (or all); broken ones are told, and hide no other.

        Reviews of renamed cards follow their cards.
        """
        from quizml.decks.library import is_path  # noqa: PLC0415

        whole = self.library([Path(name) for name in names if is_path(name)])
        self.store().adopt(whole.renames(), self.now())
        library = whole.find(names) if names else whole
        for problem in library.problems:
            print(f"quizml: {problem}", file=sys.stderr)  # noqa: T201
        return library

    @cached_property
    def _scheduler(self) -> Scheduler:
        from quizml.scheduling.policy import Policy  # noqa: PLC0415
        from quizml.scheduling.scheduler import Scheduler  # noqa: PLC0415

        settings = self.settings
        chosen = {"weights": settings.weights} if settings.weights else {}
        return Scheduler(
            Policy(
                retention=settings.retention,
                learning_steps=settings.learning_steps,
                relearning_steps=settings.relearning_steps,
                maximum_days=settings.maximum_days,
                leech_lapses=settings.leech_lapses,
                **chosen,
            )
        )

    def scheduler(self) -> Scheduler:
        """Turns ratings into memory, by the learner's settings."""
        return self._scheduler

    def store(self) -> Store:
        """The review log, opened once."""
        if self._store is None:
            from quizml.store import Store  # noqa: PLC0415

            self._make(self.store_path.parent)
            self._store = Store.open(self.store_path, replay=self._replay)
        return self._store

    def _replay(self, reviews: Sequence[Review]) -> Progress:
        """The scheduler is loaded only if a card's memory has to be derived."""
        return self._scheduler.replay(reviews)

    def close(self) -> None:
        """Give back what was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Fault(
                f"{folder}: cannot be made: {error.strerror}; set QUIZML_HOME to a folder "
                "that can be written"
            ) from None

    # When and where we are

    def now(self) -> datetime:
        """The time here, aware."""
        return clock.now()

    def today(self) -> StudyDay:
        """The study day it is."""
        from quizml.scheduling.days import study_day  # noqa: PLC0415

        return study_day(self.now(), self.settings.rollover)

    @property
    def interactive(self) -> bool:
        """Whether somebody sits at a terminal that can be drawn on."""
        return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def console(self) -> Console:
        """Standard output; plain in a pipe."""
        from rich.console import Console  # noqa: PLC0415

        return Console(highlight=False, markup=False, emoji=False)

    def show(self, *parts: RenderableType) -> None:
        """Print the parts; in a pipe without the blanks that pad a screen."""
        console = self.console()
        if console.is_terminal:
            for part in parts:
                console.print(part)
            return
        with console.capture() as captured:
            for part in parts:
                console.print(part)
        for line in captured.get().splitlines():
            print(line.rstrip())  # noqa: T201

    @property
    def width(self) -> int:
        """Columns for what is printed."""
        import shutil  # noqa: PLC0415 - loaded by now, where anything is printed

        return shutil.get_terminal_size().columns

    def draw(self, lines: Iterable[Line]) -> None:
        """Print the lines in colour; plain in a pipe. Lighter than `show`: without the console."""
        if sys.stdout.isatty():
            paint = self.theme().paint
        else:
            from quizml.ui.lines import text_of as paint  # noqa: PLC0415
        for line in lines:
            print(paint(line).rstrip(" "))  # noqa: T201

    def theme(self) -> Theme:
        """The colours for this terminal."""
        from quizml.ui.themes import choose  # noqa: PLC0415

        return choose(
            self.settings.theme,
            colorfgbg=os.environ.get("COLORFGBG", ""),
            no_color=bool(os.environ.get("NO_COLOR")),
            dumb=os.environ.get("TERM") == "dumb",
        )

    def editor(self) -> list[str]:
        """The command that edits a file, split into words."""
        import shlex  # noqa: PLC0415

        environment = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        chosen = self.settings.editor or environment or ("notepad" if os.name == "nt" else "vi")
        try:
            return shlex.split(chosen)
        except ValueError as error:
            raise BadInput(f"editor {chosen!r}: {error}; set $EDITOR") from None


_contexts: list[Context] = []


@contextmanager
def opened() -> Iterator[Context]:
    """A context for the time one command runs."""
    context = Context()
    _contexts.append(context)
    try:
        yield context
    finally:
        _contexts.remove(context)
        context.close()


def current() -> Context:
    """The context of the command that is running."""
    return _contexts[-1]
