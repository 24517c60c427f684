"""Words of the law as people write them: abbreviations, slips, words run together."""

from functools import lru_cache

from ppid.law.citations.vocabulary import words

KEYWORDS = {
    "pasal": "pasal",
    "ps": "pasal",
    "psl": "pasal",
    "psal": "pasal",
    "ayat": "ayat",
    "ayt": "ayat",
    "huruf": "huruf",
    "hrf": "huruf",
    "hurup": "huruf",
    "huruff": "huruf",
    "angka": "angka",
    "agka": "angka",
    "butir": "butir",
    "poin": "butir",
    "point": "butir",
    "foint": "butir",
    "nomor": "nomor",
    "nomer": "nomor",
    "nomo": "nomor",
    "no": "nomor",
    "nmr": "nomor",
    "tahun": "tahun",
    "th": "tahun",
    "thn": "tahun",
    "tentang": "tentang",
    "ttg": "tentang",
    "tntang": "tentang",
    "jo": "jo",
    "jis": "jo",
    "juncto": "jo",
    "junto": "jo",
    "juncta": "jo",
    "uu": "uu",
    "peraturan": "peraturan",
    "keputusan": "keputusan",
    "instruksi": "instruksi",
    "undang": "undang",
    "menteri": "menteri",
    "gubernur": "gubernur",
    "bupati": "bupati",
    "walikota": "walikota",
}

_FORGIVEN = (
    "pasal",
    "huruf",
    "angka",
    "nomor",
    "tahun",
    "tentang",
    "peraturan",
    "keputusan",
    "instruksi",
    "undang",
    "menteri",
    "gubernur",
    "bupati",
    "informasi",
    "pemerintah",
    "presiden",
    "keterbukaan",
    "daerah",
)

_REAL_WORDS = words(
    "pasar pasang pasak paska angkat angket angkai angkasa tahan tuhan taruh udang undangan "
    "undan tentara daerahnya peraturannya hurufnya pasalnya angkanya tahunan tahunnya bupatinya "
    "nomornya pasai jahun tahu tahuna pas tentram pemerintahan"
)

_GLUE_HEADS = ("huruf", "angka", "pasal", "uu", "ayat", "nomor", "tahun")
_GLUE_TAILS = words(
    "no nomor kip ite pdp asn tahun th tentang angka huruf ayat dan jo romawi pasal"
)


@lru_cache(maxsize=4096)
def keyword(word: str) -> str:
    """Return the keyword that a lower-case word stands for, or the word itself."""
    if word in KEYWORDS:
        return KEYWORDS[word]
    if len(word) < 5 or word in _REAL_WORDS:
        return word
    for right in _FORGIVEN:
        if word[0] == right[0] and is_one_slip(word, right):
            return right
    return word


def is_one_slip(word: str, right: str) -> bool:
    """Return whether one letter is missing, doubled, wrong, or two neighbours are swapped."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = _common(word, right)
    word, right = word[start:], right[start:]
    end = _common(word[::-1], right[::-1])
    word, right = word[: len(word) - end], right[: len(right) - end]
    return (len(word) <= 1 and len(right) <= 1) or (len(word) == 2 and word == right[::-1])


def _common(left: str, right: str) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


@lru_cache(maxsize=4096)
def unglue(word: str) -> tuple[str, ...]:
    """Split words run together ("hurufi", "uukip"); a word that is whole comes back alone."""
    for head in _GLUE_HEADS:
        tail = word[len(head) :]
        if not word.startswith(head) or not tail:
            continue
        if tail in _GLUE_TAILS or (head == "huruf" and len(tail) == 1):
            return head, tail
        if head == "huruf" and tail[1:] in _GLUE_TAILS:
            return head, tail[0], tail[1:]
    return (word,)
