"""Names: sort key in Swedish order, genitive."""

import unicodedata

_AFTER_Z = {
    "å": "{",
    "ä": "|",
    "æ": "|",
    "ö": "}",
    "ø": "}",
    "ü": "y",
    "ð": "d",
    "đ": "d",
    "þ": "th",
    "ß": "ss",
    "ł": "l",
}


def sort_key(efternamn: str, fornamn: str) -> str:
    """A key whose byte order is Swedish dictionary order (å ä ö last, é as e). Sort it with COLLATE "C"."""

    def key(text: str) -> str:
        out = []
        for char in unicodedata.normalize("NFC", text).casefold():
            if char in _AFTER_Z:
                out.append(_AFTER_Z[char])
            elif char.isspace() or char == "-":
                out.append(" ")
            else:
                base = unicodedata.normalize("NFD", char)[0]
                out.append(base if base.isalnum() else "")
        return "".join(out)

    return f"{key(efternamn)}\x01{key(fornamn)}"


def genitive(name: str) -> str:
    """`Alva` → `Alvas`; names that end in s, x or z stay as they are."""
    return name if not name or name[-1].casefold() in ("s", "x", "z") else name + "s"
