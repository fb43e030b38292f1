def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    import numpy as np

    xc, yc = center
    H, W = canvas
    kept, image = [], []
    for k, (own, (h, w)) in enumerate(zip(boxes, sizes)):
        left = xc - w if k in (0, 2) else xc
        top = yc - h if k in (0, 1) else yc
        for box in own:
            x1, y1, x2, y2 = (float(v) for v in box)
            a, b = max(x1 + left, 0), max(y1 + top, 0)
            c, d = min(x2 + left, W), min(y2 + top, H)
            visible = max(c - a, 0) * max(d - b, 0)
            if visible > min_visible * (x2 - x1) * (y2 - y1):
                kept.append([a, b, c, d])
                image.append(k)
    return np.array(kept, dtype=float).reshape(-1, 4), np.array(image, dtype=int)
