# WRONG: edge: a table of 26 places for any character
def longest_unique_substring(s):
    last, start, best = [-1] * 26, 0, ""
    for end, c in enumerate(s):
        place = ord(c) - ord("a")
        start = max(start, last[place] + 1)
        last[place] = end
        if end - start + 1 > len(best):
            best = s[start:end + 1]
    return best
