import math

import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=math.log(1000 / 16)):
    out = np.zeros((len(deltas), 4))
    for i, (t, a) in enumerate(zip(deltas.tolist(), anchors.tolist())):
        dx, dy, dw, dh = (v / w for v, w in zip(t, weights))
        aw, ah = a[2] - a[0], a[3] - a[1]
        cx, cy = (a[0] + a[2]) / 2 + dx * aw, (a[1] + a[3]) / 2 + dy * ah
        w = aw * math.exp(min(dw, bbox_xform_clip))
        h = ah * math.exp(min(dh, bbox_xform_clip))
        out[i] = cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2
    return out
