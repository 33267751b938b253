"""White space folded: every run of it one blank, none at either end."""


def folded(words: str) -> str:
    """Return the words folded. The text holds blanks and line feeds only, and most stretches no two together."""
    plain = words.replace("\n", " ").strip()
    return " ".join(plain.split()) if "  " in plain else plain
