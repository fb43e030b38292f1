import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if not num_gt:
        return np.nan
    order = np.lexsort((np.arange(len(scores)), -scores))
    hit = np.asarray(is_tp, dtype=bool)[order]
    tp, fp = np.cumsum(hit), np.cumsum(~hit)
    recall = np.concatenate(([0.0], tp / num_gt, [1.0]))
    precision = np.concatenate(([0.0], tp / (tp + fp), [0.0]))
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    if points is None:
        step = np.where(recall[1:] != recall[:-1])[0]
        return np.sum((recall[step + 1] - recall[step]) * precision[step + 1])
    grid = np.linspace(0, 1, points)
    reached = recall[None, :] >= grid[:, None]
    return np.max(np.where(reached, precision, 0.0), axis=1).mean()
