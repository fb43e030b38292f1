"""The libraries that a submission may be written with, and what each needs behind the fence.

The needs were measured (Linux x86-64, July 2026 builds, one thread): address space after import
and a first operation, threads, and the packages that are loaded.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import NamedTuple

from quizml.model.errors import BadInput

Package = tuple[str, str, str]
"""Name, file, and folder; the folder is empty for a module of one file."""


class Backend(NamedTuple):
    """One library: how it is called, and what its children need."""

    name: str
    told: str
    packages: tuple[str, ...]
    """All that may be imported beside the standard library; what is not installed is left out."""
    loaded: tuple[str, ...]
    """What the zygote imports before it forks."""
    memory_mib: int = 0
    """Address space beyond the exercise's own limit."""
    seconds: float = 0.0
    """Time for one call beyond the exercise's own limit: compiling is not the learner's fault."""
    threads: bool = False
    """Whether it cannot work without threads of its own: then nothing but seccomp forbids forks."""
    files: tuple[str, ...] = ()
    """What it reads besides."""
    environment: tuple[tuple[str, str], ...] = ()


NUMPY = Backend("numpy", "NumPy", ("numpy",), ("numpy",))
TORCH = Backend(
    "torch",
    "PyTorch",
    (
        *("numpy", "torch", "torchgen", "functorch", "typing_extensions", "opt_einsum"),
        *("sympy", "mpmath", "networkx", "jinja2", "markupsafe", "fsspec", "filelock"),
    ),
    ("numpy", "torch"),
    memory_mib=1024,  # 600 MiB after a first matmul, convolution and backward
    files=("/dev/urandom", "/proc/cpuinfo", "/sys/devices/system/cpu"),
)
JAX = Backend(
    "jax",
    "JAX",
    (
        *("numpy", "jax", "jaxlib", "ml_dtypes", "opt_einsum", "scipy", "cloudpickle"),
        *("filelock", "typing_extensions", "pygments"),
    ),
    ("numpy", "jax", "jax.numpy"),
    memory_mib=3072,  # 1,430 MiB after a first jit and grad; 16 threads
    seconds=7.0,  # a second or two for a first call, many times that on a busy machine
    threads=True,
    files=("/dev/urandom", "/proc/cpuinfo", "/sys/devices/system/cpu"),
    environment=(
        ("JAX_ENABLE_X64", "1"),  # float64 stays float64, as it does in the others
        ("JAX_PLATFORMS", "cpu"),
        ("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false"),
    ),
)
BACKENDS = {backend.name: backend for backend in (NUMPY, TORCH, JAX)}


def packages(backend: Backend) -> tuple[Package, ...]:
    """Where its packages are; raises BadInput where the backend itself is not installed."""
    found = [_package(name) for name in backend.packages]
    known = {package[0] for package in found if package}
    if backend.name not in known:
        raise BadInput(
            f"{backend.told} is not installed beside quizml: pip install 'quizml[{backend.name}]'"
        )
    return tuple(package for package in found if package)


def _package(name: str) -> Package | None:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return None
    folders = spec.submodule_search_locations
    return name, spec.origin, folders[0] if folders else ""


def needed(backend: Backend, found: tuple[Package, ...]) -> tuple[Path, ...]:
    """What has to be readable: its packages, the libraries beside them, and single files."""
    roots = [Path(folder or file) for _, file, folder in found]
    beside = (root.with_name(f"{root.name}.libs") for root in roots)
    return (*roots, *beside, *map(Path, backend.files))
