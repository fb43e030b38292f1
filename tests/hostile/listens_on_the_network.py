# VERDICT: forbidden
# CLASS: system
# Listens and talks by TCP, UDP, Unix and abstract sockets, raw and netlink ones.
import socket

FAMILIES = ("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET", "AF_VSOCK")
KINDS = ("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_SEQPACKET")
PORT = 47113


def iou(boxes_a, boxes_b):
    opened = []
    for family in FAMILIES:
        for kind in KINDS:
            try:
                one = socket.socket(getattr(socket, family), getattr(socket, kind))
            except (PermissionError, AttributeError):
                continue
            opened.append(one)
            try:
                one.bind(("0.0.0.0", PORT) if family == "AF_INET" else "\0left-behind")
                one.listen()
            except (OSError, TypeError):
                continue
    for make in (socket.socketpair, lambda: socket.create_connection(("127.0.0.1", 22))):
        try:
            opened.append(make())
        except PermissionError:
            continue
    if not opened:
        raise PermissionError("no socket of any kind")
    return [str(one) for one in opened]
