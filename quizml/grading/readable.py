"""What the child may read: the interpreter, its libraries and the allowed packages."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")
OURS = Path(__file__).resolve().parent.parent


@cache
def readable_paths(packages: tuple[Path, ...]) -> tuple[str, ...]:
    """Folders and files, none of which holds quizml itself: Landlock can allow, never except."""
    roots = [Path(path) for path in SYSTEM]
    bases = {"installed_base": sys.base_prefix, "installed_platbase": sys.base_exec_prefix}
    own = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    roots += [Path(sysconfig.get_path(n, vars=bases | own)) for n in ("stdlib", "platstdlib")]
    roots += [Path(sys.base_prefix) / sys.platlibdir]
    libraries = _outer(roots)
    hidden = (OURS, *_installed(libraries))
    found = [path for root in libraries for path in around(root, *hidden)]
    found += [path for root in _outer(packages) for path in around(root, OURS)]
    return tuple(map(str, found))


def _outer(paths: Iterable[Path]) -> list[Path]:
    """Those that are there and lie in none of the others."""
    found = {path.resolve() for path in paths if path.exists()}
    return sorted(path for path in found if not any(other in path.parents for other in found))


def _installed(roots: list[Path]) -> set[Path]:
    """Where we, or another copy of us, are installed: of that only what is allowed may be read."""
    names = [
        f"{inside}{kind}-packages" for inside in ("", "python3*/") for kind in ("site", "dist")
    ]
    found = {path for root in roots for name in names for path in root.glob(name)}
    return {path for path in found if (path / OURS.name).exists() or path in OURS.parents}


def around(root: Path, *hidden: Path) -> list[Path]:
    """`root`, or if something `hidden` lies in it, everything beside the way there."""
    if root in hidden:
        return []
    if not any(root in path.parents for path in hidden):
        return [root]
    entries = [entry for entry in sorted(root.iterdir()) if not entry.is_symlink()]
    return [path for entry in entries for path in around(entry, *hidden)]
