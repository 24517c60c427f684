"""What is wrong with a text before anything is made of it, named with the line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ppid.texts.items import Item, split_items, split_paragraphs
from ppid.texts.printable import say_unprintable, unprintable
from ppid.texts.registry import Shape, TextForm, Values
from ppid.texts.templating import PieceKind, names_in, read_pieces

LONGEST = 20_000
MOST_DICTUMS = 14
MOST_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and how to mend it; ``line`` is 0 when it is the text as a whole."""

    line: int
    message: str

    def __str__(self) -> str:
        """``Baris 3: …``."""
        return f"Baris {self.line}: {self.message}" if self.line else self.message


def find_faults(text: TextForm, template: str) -> list[Fault]:
    """Everything for which the office's text is not taken, in the order of its lines."""
    found = [*_of_words(text, template), *_lacking(text, template)]
    return sorted(found, key=lambda fault: fault.line)


def find_word_faults(text: TextForm, template: str) -> list[Fault]:
    """The same of a text as written for one case, where values stand for placeholders already."""
    return sorted(_of_words(text, template), key=lambda fault: fault.line)


def find_warnings(text: TextForm, template: str) -> list[Fault]:
    """What the law looks for and does not find; the text is taken all the same."""
    told = " ".join(template.lower().replace("{", " ").split())
    return [Fault(0, said) for word, said in text.wants if template.strip() and word not in told]


def find_gaps(text: TextForm, template: str, values: Values) -> list[Fault]:
    """Placeholders that have no value in this case and may not be empty."""
    return [
        Fault(item.line, f"Penanda {{{name}}} belum ada isinya.")
        for item in parts_of(text, template)
        for name in names_in(item.text)
        if name in text.placeholders and not _may_stand(text, name, values)
    ]


def parts_of(text: TextForm, template: str) -> list[Item]:
    """The items of a list, or the paragraphs of a letter."""
    return split_items(template) if text.shape.is_list else split_paragraphs(template)


def _may_stand(text: TextForm, name: str, values: Values) -> bool:
    return bool(values.get(name)) or (name in values and name in text.optional | text.blank)


def _of_words(text: TextForm, template: str) -> Iterator[Fault]:
    if not template.strip() and not text.may_be_empty:
        yield Fault(0, "Naskah ini tidak boleh kosong.")
    if len(template) > LONGEST:
        over = len(template) - LONGEST
        yield Fault(0, f"Naskah ini terlalu panjang {over} huruf; paling banyak {LONGEST}.")
    yield from _braces(text, template)
    yield from _unprintable(template)
    yield from _too_many(text, len(split_items(template)))


def _braces(text: TextForm, template: str) -> Iterator[Fault]:
    for piece in read_pieces(template):
        if piece.kind is PieceKind.STRAY_BRACE:
            lacking = "belum ditutup dengan }" if piece.text == "{" else "belum dibuka dengan {"
            message = (
                f"Kurung kurawal {piece.text} {lacking}. Tulis dua kali "
                f"({piece.text * 2}) bila yang dimaksud tandanya sendiri."
            )
            yield Fault(piece.line, message)
        elif piece.kind is PieceKind.PLACEHOLDER and piece.text not in text.placeholders:
            yield Fault(piece.line, _unknown(text, piece.text))


def _unknown(text: TextForm, name: str) -> str:
    near = get_close_matches(name.lower(), text.placeholders, n=1, cutoff=0.6)
    meant = f" Maksud Anda {{{near[0]}}}?" if near else " Pilih dari daftar penanda naskah ini."
    return f"Penanda {{{name}}} tidak dikenal.{meant}"


def _unprintable(template: str) -> Iterator[Fault]:
    for number, line in enumerate(template.splitlines(), 1):
        if signs := unprintable(line):
            yield Fault(number, say_unprintable(signs))


def _too_many(text: TextForm, count: int) -> Iterator[Fault]:
    most = {Shape.DICTUMS: MOST_DICTUMS, Shape.LETTERED: MOST_LETTERS}.get(text.shape)
    if most and count > most:
        what = "diktum" if text.shape is Shape.DICTUMS else "butir"
        yield Fault(0, f"Ada {count} {what}; paling banyak {most}. Gabungkan yang sejenis.")


def _lacking(text: TextForm, template: str) -> Iterator[Fault]:
    if not template.strip():
        return
    there = names_in(template)
    for name in text.compulsory:
        if name not in there:
            why = text.placeholders[name].explains
            yield Fault(0, f"Penanda {{{name}}} wajib ada dalam naskah ini: {_lower(why)}")


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
