"""PyTorch: torch.fake_quantize_per_tensor_affine and its autograd, in float32."""

import numpy as np
import torch

TOLERANCE = 2e-5
GOLDEN = [  # the example in its documentation; the gradients follow from what was clipped
    (
        {
            "x": np.array([0.0552, 0.9730, 0.3973, -1.0780]),
            "dout": np.ones(4),
            "scale": 0.1,
            "zero_point": 0,
            "quant_min": 0,
            "quant_max": 255,
        },
        (np.array([0.1, 1.0, 0.4, 0.0]), np.array([1.0, 1.0, 1.0, 0.0])),
    )
]


def witness(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    held = torch.tensor(np.asarray(x, dtype=np.float32), requires_grad=True)
    out = torch.fake_quantize_per_tensor_affine(held, scale, zero_point, quant_min, quant_max)
    out.backward(torch.tensor(np.asarray(dout, dtype=np.float32)))
    return out.detach().numpy().astype(np.float64), held.grad.numpy().astype(np.float64)
