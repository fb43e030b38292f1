"""PyTorch: MinMaxObserver for scale and zero point, fake_quantize_per_tensor_affine for q."""

from fractions import Fraction

import numpy as np
import torch


def witness(x, x_min, x_max, num_bits=8):
    """The observer for the range; its own arithmetic is float32, so the scale is made exact."""
    top = 2**num_bits - 1
    observer = torch.ao.quantization.MinMaxObserver(quant_min=0, quant_max=top, eps=1e-12)
    observer(torch.tensor([x_min, x_max], dtype=torch.float64).float())
    scale, zero_point = observer.calculate_qparams()
    exact = (Fraction(max(x_max, 0.0)) - Fraction(min(x_min, 0.0))) / top
    if exact == 0:
        exact, zero_point = Fraction(1), torch.tensor(0)
    else:
        np.testing.assert_allclose(float(scale), float(exact), rtol=1e-5)
    held = torch.tensor(np.asarray(x, dtype=np.float64)).clamp(-1e6, 1e6).float()
    read = torch.fake_quantize_per_tensor_affine(held, float(exact), int(zero_point), 0, top)
    q = np.rint(read.numpy().astype(np.float64) / float(exact)) + int(zero_point)
    return q.astype(np.int64), float(exact), int(zero_point)
