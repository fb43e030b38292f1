import numpy as np


def interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens=1):
    (h, w), (H, W) = grid, new_grid
    y = (np.arange(H) + 0.5) * h / H - 0.5
    x = (np.arange(W) + 0.5) * w / W - 0.5
    out = np.zeros((extra_tokens + H * W, pos_embed.shape[1]))
    out[:extra_tokens] = pos_embed[:extra_tokens]
    for d in range(pos_embed.shape[1]):
        plane = pos_embed[extra_tokens:, d].reshape(h, w)
        wide = np.array([np.interp(x, np.arange(w), row) for row in plane])
        both = np.array([np.interp(y, np.arange(h), column) for column in wide.T]).T
        out[extra_tokens:, d] = both.ravel()
    return out
