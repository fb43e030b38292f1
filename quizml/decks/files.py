"""Writing deck files so that a torn write never replaces a whole file."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from quizml.model.errors import Fault


def write(path: Path, data: bytes) -> None:
    """`path` holds `data` afterwards, or what it held before; raises Fault if it cannot be."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files: all drafts first, then all renames; undone if a rename fails."""
    drafts: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    done: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            before[path] = path.read_bytes() if path.exists() else None
            drafts[path] = _draft(path, data)
        for path, draft in drafts.items():
            draft.replace(path)
            done.append(path)
        for folder in {path.parent for path in files}:
            _sync_folder(folder)
    except OSError as error:
        _undo(done, before)
        at = error.filename or next(iter(files), "")
        raise Fault(f"{at}: cannot be written: {error.strerror}; nothing was changed") from None
    finally:
        for draft in drafts.values():
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


def _draft(path: Path, data: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return draft


def _undo(done: list[Path], before: Mapping[Path, bytes | None]) -> None:
    for path in done:
        old = before[path]
        with contextlib.suppress(OSError):
            if old is None:
                path.unlink()
            else:
                _draft(path, old).replace(path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there, and its renames are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
