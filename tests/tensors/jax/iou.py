import jax.numpy as jnp


def iou(boxes_a: jnp.ndarray, boxes_b: jnp.ndarray) -> jnp.ndarray:
    a, b = boxes_a[:, None], boxes_b[None]
    sides = jnp.minimum(a[..., 2:], b[..., 2:]) - jnp.maximum(a[..., :2], b[..., :2])
    both = jnp.clip(sides, 0).prod(-1)
    areas = [(c[..., 2:] - c[..., :2]).prod(-1) for c in (a, b)]
    either = areas[0] + areas[1] - both
    return jnp.where(either > 0, both / jnp.where(either > 0, either, 1), 0.0)
