# VERDICT: forbidden
# CLASS: system
# Opens a UDP socket, which file rules alone do not stop.
import socket


def iou(boxes_a, boxes_b):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
