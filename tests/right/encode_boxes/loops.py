import math

import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    out = np.zeros((len(boxes), 4))
    for i, (b, a) in enumerate(zip(boxes.tolist(), anchors.tolist())):
        aw, ah = a[2] - a[0], a[3] - a[1]
        out[i, 0] = weights[0] * ((b[0] + b[2]) / 2 - (a[0] + a[2]) / 2) / aw
        out[i, 1] = weights[1] * ((b[1] + b[3]) / 2 - (a[1] + a[3]) / 2) / ah
        out[i, 2] = weights[2] * math.log((b[2] - b[0]) / aw)
        out[i, 3] = weights[3] * math.log((b[3] - b[1]) / ah)
    return out
