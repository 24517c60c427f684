"""The marks that the program puts before items on paper."""

from string import ascii_lowercase

from ppid.texts.registry import Shape

DICTUMS = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN"),
    *("KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS"),
)


def mark_of(shape: Shape, position: int) -> str:
    """``KESATU``, ``a.`` or ``1.`` for position 0; nothing before a paragraph."""
    if shape is Shape.DICTUMS:
        return DICTUMS[position] if position < len(DICTUMS) else f"KE-{position + 1}"
    if shape is Shape.LETTERED:
        return f"{ascii_lowercase[position % len(ascii_lowercase)]}."
    return f"{position + 1}." if shape is Shape.NUMBERED else ""
