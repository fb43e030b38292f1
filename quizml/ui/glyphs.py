"""Characters that formulas are made of: only those that common terminal fonts hold."""

_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ*′°†ᵀ"
_OF_HIGH = "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ*′∘†⊤"
_LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ,"
_OF_LOW = "0123456789+-−=()aehijklmnoprstuvxβγρφχ,"

SUPERSCRIPTS = dict(zip(_OF_HIGH, _HIGH, strict=True))
SUBSCRIPTS = dict(zip(_OF_LOW, _LOW, strict=True))
"""One small glyph a character, and never one for two that differ (no ₓ for X, no ˢ for S)."""

ACCENTS = {
    "acute": ("\u0301", False),
    "bar": ("\u0304", True),
    "breve": ("\u0306", False),
    "check": ("\u030c", False),
    "ddot": ("\u0308", False),
    "dot": ("\u0307", False),
    "grave": ("\u0300", False),
    "hat": ("\u0302", False),
    "mathring": ("\u030a", False),
    "overline": ("\u0305", True),
    "tilde": ("\u0303", False),
    "underline": ("\u0332", True),
    "vec": ("\u20d7", False),
}
"""The combining mark of each accent, and whether it covers all letters below it."""

TALL = {
    "(": "⎛⎜⎜⎝",
    ")": "⎞⎟⎟⎠",
    "[": "⎡⎢⎢⎣",
    "]": "⎤⎥⎥⎦",
    "{": "⎧⎨⎪⎩",
    "}": "⎫⎬⎪⎭",
    "⌊": "⎢⎢⎢⎣",
    "⌋": "⎥⎥⎥⎦",
    "⌈": "⎡⎢⎢⎢",
    "⌉": "⎤⎥⎥⎥",
    "|": "││││",
    "‖": "‖‖‖‖",
    "⟨": "╱⟨│╲",
    "⟩": "╲⟩│╱",
}
"""Brackets of several rows: top, middle, filling, bottom."""

FONTS = {
    "mathbb": dict(zip("CHNPQRZ1", "ℂℍℕℙℚℝℤ𝟙", strict=True)),
    "mathcal": dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True)),
}
FONTS["mathscr"] = FONTS["mathcal"]
FONTS["mathfrak"] = {}
"""Letters in other shapes, where they lie in the plane that terminal fonts cover."""
