def longest_unique_substring(s):
    last, start, where = {}, 0, (0, 0)
    for i, c in enumerate(s):
        if last.get(c, -1) >= start:
            start = last[c] + 1
        last[c] = i
        if i + 1 - start > where[1] - where[0]:
            where = start, i + 1
    return s[where[0]:where[1]]
