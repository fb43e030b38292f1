# WRONG: basic: the chosen box is never removed, so the loop never ends (the notes' code)
import numpy as np


def calculate_iou(box1, box2):
    x1_tl, y1_tl, x1_br, y1_br = box1
    x2_tl, y2_tl, x2_br, y2_br = box2
    x_inter = max(0, min(x1_br, x2_br) - max(x1_tl, x2_tl))
    y_inter = max(0, min(y1_br, y2_br) - max(y1_tl, y2_tl))
    inter = x_inter * y_inter
    area1 = (x1_br - x1_tl) * (y1_br - y1_tl)
    area2 = (x2_br - x2_tl) * (y2_br - y2_tl)
    return inter / (area1 + area2 - inter)


def nms(boxes, scores, iou_threshold=0.5):
    order = np.argsort(scores)[::-1]
    kept = []
    while len(order) > 0:
        best = order[0]
        kept.append(best)
        ious = [calculate_iou(boxes[best], boxes[i]) for i in order[1:]]
        gone = np.where(np.array(ious) > iou_threshold)[0] + 1
        order = np.delete(order, gone)
    return kept
