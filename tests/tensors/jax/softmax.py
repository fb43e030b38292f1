import jax
import jax.numpy as jnp


@jax.jit
def shares(x):
    e = jnp.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax(x: jax.Array, axis: int = -1) -> jax.Array:
    x = x if jnp.issubdtype(x.dtype, jnp.floating) else x.astype(float)
    return jnp.moveaxis(shares(jnp.moveaxis(x, axis, -1)), -1, axis)
