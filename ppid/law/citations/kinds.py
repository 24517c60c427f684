"""Kinds of Indonesian regulation and how each is written in full."""

from enum import StrEnum


class RegulationKind(StrEnum):
    """A kind of regulation; the value is the short form officials and the catalogue write."""

    UUD = "UUD"
    UU = "UU"
    PERPU = "Perpu"
    PP = "PP"
    PERPRES = "Perpres"
    KEPPRES = "Keppres"
    INPRES = "Inpres"
    PERMEN = "Permen"
    KEPMEN = "Kepmen"
    INMEN = "Inmen"
    PERKI = "Perki"
    PERMA = "Perma"
    PERBAN = "Perban"
    PERDA = "Perda"
    PERGUB = "Pergub"
    PERBUP = "Perbup"
    PERWALI = "Perwali"
    KEPGUB = "Kepgub"
    KEPBUP = "Kepbup"
    KEPWALI = "Kepwali"
    KEPUTUSAN = "Keputusan"
    INSTRUKSI = "Instruksi"
    SE = "SE"
    LAIN = "Peraturan"

    @property
    def official(self) -> str:
        """The kind as a title of a regulation begins with it."""
        return _OFFICIAL[self]

    @property
    def is_regional(self) -> bool:
        """True if a province, regency or city makes it, so that a region tells it apart."""
        return self in _REGIONAL


_OFFICIAL = {
    RegulationKind.UUD: "Undang-Undang Dasar",
    RegulationKind.UU: "Undang-Undang",
    RegulationKind.PERPU: "Peraturan Pemerintah Pengganti Undang-Undang",
    RegulationKind.PP: "Peraturan Pemerintah",
    RegulationKind.PERPRES: "Peraturan Presiden",
    RegulationKind.KEPPRES: "Keputusan Presiden",
    RegulationKind.INPRES: "Instruksi Presiden",
    RegulationKind.PERMEN: "Peraturan",
    RegulationKind.KEPMEN: "Keputusan",
    RegulationKind.INMEN: "Instruksi",
    RegulationKind.PERKI: "Peraturan Komisi Informasi",
    RegulationKind.PERMA: "Peraturan Mahkamah Agung",
    RegulationKind.PERBAN: "Peraturan",
    RegulationKind.PERDA: "Peraturan Daerah",
    RegulationKind.PERGUB: "Peraturan Gubernur",
    RegulationKind.PERBUP: "Peraturan Bupati",
    RegulationKind.PERWALI: "Peraturan Wali Kota",
    RegulationKind.KEPGUB: "Keputusan Gubernur",
    RegulationKind.KEPBUP: "Keputusan Bupati",
    RegulationKind.KEPWALI: "Keputusan Wali Kota",
    RegulationKind.KEPUTUSAN: "Keputusan",
    RegulationKind.INSTRUKSI: "Instruksi",
    RegulationKind.SE: "Surat Edaran",
    RegulationKind.LAIN: "Peraturan",
}

_REGIONAL = frozenset(
    {
        RegulationKind.PERDA,
        RegulationKind.PERGUB,
        RegulationKind.PERBUP,
        RegulationKind.PERWALI,
        RegulationKind.KEPGUB,
        RegulationKind.KEPBUP,
        RegulationKind.KEPWALI,
    }
)
