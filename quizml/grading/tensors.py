"""Between NumPy's arrays and the tensors of a submission's own library; in the child.

Standard library only at the top: the child gets this text as its own.
"""

from collections.abc import Callable
from typing import Any


def with_arrays(function: Any, backend: str) -> Any:
    """`function`, taking and returning arrays instead of the backend's tensors."""
    if backend == "numpy" or not callable(function):
        return function
    there, back = CONVERTERS[backend]()

    def call(*arguments: Any, **named: Any) -> Any:
        given = [each(value, there) for value in arguments]
        answer = function(*given, **{name: each(value, there) for name, value in named.items()})
        return each(answer, back)

    return call


def each(value: Any, convert: Callable[[Any], Any]) -> Any:
    """`value` with every array or tensor in it converted."""
    if isinstance(value, list | tuple):
        return type(value)(each(item, convert) for item in value)
    return convert(value)


def for_torch() -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """Array to tensor, sharing its memory; tensor to array."""
    import numpy as np  # noqa: PLC0415 - behind the fence
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)

    def there(value: Any) -> Any:
        return torch.from_numpy(value) if isinstance(value, np.ndarray) else value

    def back(value: Any) -> Any:
        if not isinstance(value, torch.Tensor):
            return value
        plain = value.detach().cpu().resolve_conj().resolve_neg()
        return (plain.float() if plain.dtype == torch.bfloat16 else plain).numpy()

    return there, back


def for_jax() -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """Array to JAX's array, and back."""
    import jax.numpy as jnp  # noqa: PLC0415 - behind the fence
    import numpy as np  # noqa: PLC0415
    from jax import Array  # noqa: PLC0415

    def there(value: Any) -> Any:
        return jnp.asarray(value) if isinstance(value, np.ndarray) else value

    def back(value: Any) -> Any:
        if not isinstance(value, Array):
            return value
        plain = np.asarray(value)
        return plain.astype(np.float32) if plain.dtype.kind == "V" else plain

    return there, back


CONVERTERS = {"torch": for_torch, "jax": for_jax}
