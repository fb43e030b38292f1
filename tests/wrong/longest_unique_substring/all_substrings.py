# WRONG: large: looks at every substring
def longest_unique_substring(s):
    best = ""
    for i in range(len(s)):
        for j in range(i + 1, len(s) + 1):
            piece = s[i:j]
            if len(piece) > len(best) and len(set(piece)) == len(piece):
                best = piece
    return best
