# WRONG: basic: compares only when a repeat ends the window
def longest_unique_substring(s):
    window, best = "", ""
    for c in s:
        if c in window:
            if len(window) > len(best):
                best = window
            window = window[window.index(c) + 1:]
        window += c
    return best
