"""Picking legal bases from the catalogue by typing them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ppid.law.citations import Citation, parse
from ppid.legal_bases.picking import find_provisions
from ppid.register.content import BasisDraft, ground_of
from ppid.register.queries import PickableProvision, get_provision, list_pickable_provisions

MOST_SUGGESTIONS = 3


class Picker:
    """The catalogue, read once for a form; ``kept`` bases may stay worded as they are."""

    def __init__(self, kept: Sequence[BasisDraft] = ()) -> None:
        self.provisions = list_pickable_provisions()
        self._kept = {_plain(basis.citation): basis for basis in kept}
        self._by_text = {_plain(each.text): each for each in self.provisions}
        self._by_citation = {_plain(each.citation): each for each in self.provisions}
        self._texts = {each.id: each.text for each in self.provisions}

    def show(self, basis: BasisDraft) -> str:
        """A basis as it is typed."""
        return self._texts.get(basis.provision_id or 0, basis.citation)

    def pick(self, typed: str, reasoning: str) -> BasisDraft | str:
        """The basis that was typed, or a message how to mend it.

        What the catalogue lacks is kept in its official wording, without a provision; nothing is
        chosen by likeness.
        """
        if found := self._exact(typed):
            return _draft(found, reasoning)
        if kept := self._kept.get(_plain(typed)):
            return replace(kept, reasoning=reasoning)
        citations = parse(typed).citations
        if len(citations) > 1:
            return "Isi satu ketentuan pada tiap baris."
        if citations and (found := self._exact(citations[0].compact())):
            return _draft(found, reasoning)
        if citations and _is_whole(citations[0]):
            cited = citations[0]
            return BasisDraft(None, cited.official(), cited.ground, reasoning)
        return self._not_found(typed)

    def _exact(self, typed: str) -> PickableProvision | None:
        plain = _plain(typed)
        return self._by_text.get(plain) or self._by_citation.get(plain)

    @staticmethod
    def _not_found(typed: str) -> str:
        near = [hit.short for hit in find_provisions(typed, limit=MOST_SUGGESTIONS)]
        if near:
            return f"Pilih yang dimaksud, lalu tulis lengkap: {'; '.join(near)}."
        return (
            "Ketentuan ini tidak terbaca. Pilih dari daftar, atau tulis lengkap, misalnya "
            "UU 14/2008 Pasal 17 huruf h angka 4."
        )


def _draft(found: PickableProvision, reasoning: str) -> BasisDraft:
    provision = get_provision(found.id)
    return BasisDraft(found.id, found.citation, ground_of(provision), reasoning)


def _is_whole(citation: Citation) -> bool:
    """Whether it names a regulation by number and year."""
    regulation = citation.regulation
    return bool(regulation and regulation.number and regulation.year)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace(",", " ")).strip().casefold()
