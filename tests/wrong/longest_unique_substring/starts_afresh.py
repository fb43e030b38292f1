# WRONG: basic: throws the whole window away at a repeat (dvdf)
def longest_unique_substring(s):
    window, best = "", ""
    for c in s:
        if c in window:
            window = ""
        window += c
        if len(window) > len(best):
            best = window
    return best
