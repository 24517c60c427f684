"""Checks of the legal bases."""

from collections.abc import Iterator
from datetime import date

from ppid.law.findings.entries import BasisFacts, ExaminedEntry
from ppid.law.findings.rules import Finding, found
from ppid.law.grounds import Ground, angka_count, has_angka


def check_ground(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Only a huruf of UU 14/2008 Pasal 17 closes information."""
    if not entry.grounds:
        yield found("tanpa-huruf-pasal-17", "Dasar hukum tidak menyebut huruf Pasal 17 UU 14/2008.")


def check_angka_named(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """A basis goes down to the angka where UU 14/2008 Pasal 17 has one (huruf a, c, e, f, h)."""
    named = {basis.ground for basis in entry.bases if basis.angka}
    bare = [ground for ground in entry.grounds if has_angka(ground) and ground not in named]
    for ground in bare:
        yield found(
            "huruf-tanpa-angka",
            f"Pasal 17 huruf {ground} terdiri atas {angka_count(ground)} angka, tetapi angkanya "
            "tidak disebut.",
        )


def check_angka_exists(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """An angka that UU 14/2008 Pasal 17 does not have closes nothing."""
    for basis in entry.bases:
        if basis.ground and basis.angka.isdecimal() and not _exists(basis.ground, basis.angka):
            yield found(
                "angka-tidak-ada",
                f"Pasal 17 huruf {basis.ground} tidak mempunyai angka {basis.angka}.",
            )


def _exists(ground: Ground, angka: str) -> bool:
    return 1 <= int(angka) <= angka_count(ground)


def check_other_law(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Huruf j rests on the article of another undang-undang (UU 14/2008 Pasal 17 huruf j)."""
    if Ground.J not in entry.grounds:
        return
    others = [b for b in entry.bases if b.is_undang_undang and not b.is_openness_law]
    if not others:
        yield found(
            "huruf-j-tanpa-uu-lain",
            "Huruf j disebut tanpa undang-undang lain yang melarang informasi ini dibuka.",
        )
    elif not any(basis.pasal for basis in others):
        labels = ", ".join(basis.regulation_label for basis in others)
        yield found("huruf-j-tanpa-uu-lain", f"Huruf j: pasal dari {labels} tidak disebut.")


def check_in_force(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """A determination cites what is in force on its date (PP 61/2010 Pasal 4(2), Perki 49(6))."""
    for label, basis in _by_regulation(entry).items():
        if basis.regulation_in_force is False:
            successor = f"; penggantinya {basis.successor}" if basis.successor else ""
            yield found("peraturan-tidak-berlaku", f"{label} tidak berlaku lagi{successor}.")


def check_force_known(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Whether a cited regulation is in force must be known (Perki 1/2021 Pasal 49(6))."""
    for label, basis in _by_regulation(entry).items():
        if basis.resolved and basis.regulation_in_force is None:
            yield found(
                "keberlakuan-belum-dipastikan", f"Belum dipastikan apakah {label} masih berlaku."
            )


def check_known(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """The undang-undang behind an exclusion is analysed, so it must be known (Perki 49(2))."""
    for label, basis in _by_regulation(entry).items():
        if not basis.resolved:
            yield found("peraturan-belum-dikenal", f"{label} belum ada dalam katalog dasar hukum.")


def _by_regulation(entry: ExaminedEntry) -> dict[str, BasisFacts]:
    """The first basis of each regulation cited."""
    bases: dict[str, BasisFacts] = {}
    for basis in entry.bases:
        bases.setdefault(basis.regulation_label, basis)
    return bases


def check_rank(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Secrecy rests on undang-undang, not on what lies below it (UU 14/2008 Pasal 2(4))."""
    if entry.bases and not any(basis.is_undang_undang for basis in entry.bases):
        yield found("dasar-di-bawah-uu", "Semua dasar hukumnya di bawah undang-undang.")


def check_reasoned(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Each basis says why it closes this information (Perki 1/2021 Pasal 49(6))."""
    bare = [basis.label for basis in entry.bases if not basis.reasoning.strip()]
    if bare:
        yield found("dasar-tanpa-alasan", f"Belum ada alasan untuk: {'; '.join(bare)}.")


CHECKS = (
    check_ground,
    check_angka_named,
    check_angka_exists,
    check_other_law,
    check_in_force,
    check_force_known,
    check_known,
    check_rank,
    check_reasoned,
)
