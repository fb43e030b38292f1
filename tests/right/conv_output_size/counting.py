def conv_output_size(size, kernel_size, stride=1, pad=0, dilation=1):
    """Walk the kernel and count."""
    many = lambda v: v if isinstance(v, tuple) else (v,) * len(size)
    answer = []
    for n, k, s, p, d in zip(size, *map(many, (kernel_size, stride, pad, dilation))):
        if p == "same":
            answer.append(len(range(0, n, s)))
            continue
        p = 0 if p == "valid" else p
        last_tap, places, start = d * (k - 1), 0, -p
        while start + last_tap < n + p:
            places += 1
            start += s
        answer.append(places)
    return answer
