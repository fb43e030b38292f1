# VERDICT: forbidden
import socket


def iou(boxes_a, boxes_b):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
