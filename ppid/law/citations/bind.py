"""Joins provisions to the regulation they belong to, and says how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ppid.law.citations.complete import KIP, as_kip, check_kip, complete, is_ground
from ppid.law.citations.model import GROUNDS, Article, Citation, RegulationRef
from ppid.law.citations.neighbours import forward_laws, owns_run
from ppid.law.citations.scan import APART, Gap, Law, Run
from ppid.law.citations.tokens import Tokens

_NEW_ITEM = "peraturan diambil dari butir sebelumnya"
_MAYBE_KIP = "dapat juga Pasal 17 UU 14/2008"
_NO_LAW = "peraturan tidak tertulis; dibaca UU 14/2008 karena menyebut Pasal 17 huruf a–j"
_NO_LAW_HURUF = "peraturan tidak tertulis; huruf saja dibaca sebagai huruf Pasal 17 UU 14/2008"
_UNNAMED = "peraturan tidak tertulis"
_NO_PASAL_KIP = "pasal tidak tertulis; dibaca Pasal 17"


@dataclass
class _Named:
    """The regulation that provisions now belong to, and whether one was already joined to it."""

    ref: RegulationRef
    start: int
    end: int
    confidence: float
    notes: tuple[str, ...]
    joined: bool
    cited: bool = False
    apart: bool = False


@dataclass(frozen=True)
class _Bond:
    """The regulation chosen for a run, how sure the choice is, and why."""

    named: _Named | None
    ref: RegulationRef | None
    confidence: float
    notes: tuple[str, ...] = ()
    slipped: bool = False


class Binder:
    """Walks the events of one text and yields its citations; ``quoted`` are runs left out."""

    def __init__(self, tokens: Tokens, events: Sequence[Law | Run]) -> None:
        self._tokens = tokens
        self._events = events
        self._forward = forward_laws(events)
        self._law: _Named | None = None
        self._ahead: dict[int, _Named] = {}
        self._last: Article | None = None
        self._law_first = not self._forward.get(0)
        self._kip_seen: _Named | None = None
        self._kip_bare = False
        self.citations: list[Citation] = []
        self.quoted: list[Run] = []

    def bind(self) -> None:
        """Fill ``citations`` and ``quoted``."""
        for index, event in enumerate(self._events):
            if isinstance(event, Law):
                self._enter(index, event)
            else:
                self._join(index, event)
        self._leave()

    def _enter(self, index: int, event: Law) -> None:
        if index not in self._ahead and self._is_named_again(event):
            return
        self._leave()
        self._law = self._ahead.pop(index, None) or self._named(event)
        self._last = self._last if self._law.cited else None
        if self._law.ref.is_kip:
            self._kip_seen = self._law

    def _is_named_again(self, event: Law) -> bool:
        """The short name in brackets behind the full one ("(UU KIP)") is no second citation."""
        if self._law is None or self._law.cited or event.gap:
            return False
        return self._named(event).ref.key == self._law.ref.key

    def _named(self, event: Law) -> _Named:
        done = complete(event.head.ref, event.title, titled=event.titled)
        start, end = self._tokens[event.start].start, self._tokens[event.end - 1].end
        confidence = min(0.99, event.head.confidence * done.factor)
        notes = (*event.head.notes, *done.notes)
        return _Named(done.ref, start, end, confidence, notes, Gap.JOINED in event.gap)

    def _leave(self) -> None:
        """A regulation that no provision was joined to is cited as a whole."""
        law = self._law
        if law and not law.cited:
            self._kip_bare = self._kip_bare or law.ref.is_kip
            span = (law.start, law.end)
            self.citations.append(
                Citation(law.ref, None, _sure(law.confidence), span, law.joined, law.notes)
            )
        if law:
            law.cited = True

    def _join(self, index: int, run: Run) -> None:
        if self._law:
            self._law.apart = self._law.apart or bool(run.gap & APART)
        bond = self._choose(index, run)
        if self._is_quoted(index, run):
            self.quoted.append(run)
            return
        for article, said in zip(run.provisions.articles, run.provisions.notes, strict=True):
            self._cite(run, article, replace(bond, notes=(*bond.notes, *said), slipped=bool(said)))
        if bond.named:
            bond.named.cited = True

    def _is_quoted(self, index: int, run: Run) -> bool:
        """A run inside pasted text: after "dimaksud dalam", or an angka or ayat amid prose."""
        if index in self._forward or self._last is None:
            return False
        first = run.provisions.articles[0]
        lone = first.pasal is None and first.huruf is None
        return Gap.QUOTING in run.gap or (lone and Gap.PROSE in run.gap and not run.gap & APART)

    def _choose(self, index: int, run: Run) -> _Bond:
        ahead = self._forward.get(index)
        if ahead is not None and self._goes_ahead(ahead, run):
            law = self._events[ahead]
            if ahead not in self._ahead and isinstance(law, Law):
                self._ahead[ahead] = self._named(law)
            named = self._ahead[ahead]
            return _Bond(named, named.ref, named.confidence, named.notes)
        return self._behind(index, run)

    def _goes_ahead(self, ahead: int, run: Run) -> bool:
        """Choose between the law before and the law right behind a run of provisions."""
        if self._law is None or not self._law_first or ahead in self._ahead:
            return True
        near = not run.gap & (APART | {Gap.JOINED, Gap.LINK})
        if near or owns_run(self._events, ahead):
            return False
        return not (self._law.ref.is_kip and is_ground(run.provisions.articles[0]))

    def _behind(self, index: int, run: Run) -> _Bond:
        law, first = self._law, run.provisions.articles[0]
        if law is None:
            return self._lawless(first)
        if not law.apart:
            notes = law.notes
            doubt = self._doubt(index, law.ref, first)
            if doubt:
                return _Bond(law, law.ref, law.confidence * 0.65, (*notes, doubt))
            return _Bond(law, law.ref, law.confidence, notes)
        return self._inherited(run, law, first)

    def _doubt(self, index: int, ref: RegulationRef, first: Article) -> str | None:
        """Say to which other law a run behind a law may belong, if there is a doubt."""
        if is_ground(first):
            return _MAYBE_KIP if self._kip_bare and not ref.is_kip else None
        between = index in self._forward and not owns_run(self._events, self._forward[index])
        return "dapat juga milik peraturan sesudahnya" if between else None

    def _inherited(self, run: Run, law: _Named, first: Article) -> _Bond:
        """A run in a new item without a law of its own."""
        if is_ground(first) and not law.ref.is_kip and self._last is not None:
            return self._lawless(first)
        if is_ground(first) and not law.ref.is_kip and Gap.MARKER in run.gap:
            return self._lawless(first)
        factor = 0.85 if Gap.MARKER in run.gap or Gap.SENTENCE in run.gap else 0.95
        if is_ground(first) and not law.ref.is_kip:
            notes = (*law.notes, _NEW_ITEM, _MAYBE_KIP)
            return _Bond(law, law.ref, 0.5, notes)
        return _Bond(law, law.ref, law.confidence * factor, (*law.notes, _NEW_ITEM))

    def _lawless(self, article: Article) -> _Bond:
        if is_ground(article):
            seen = self._kip_seen
            return _Bond(seen, KIP, 0.8 if seen else 0.6, (_NO_LAW,))
        if article.pasal is None and article.ayat is None and article.huruf in GROUNDS:
            return _Bond(None, KIP, 0.6 if self._last_is_ground() else 0.45, (_NO_LAW_HURUF,))
        return _Bond(None, None, 0.3, (_UNNAMED,))

    def _last_is_ground(self) -> bool:
        return self._last is not None and is_ground(self._last)

    def _cite(self, run: Run, article: Article, bond: _Bond) -> None:
        confidence, notes, ref = bond.confidence, bond.notes, bond.ref
        if bond.slipped:
            confidence *= 0.92
        if article.pasal is None:
            article, factor, note = self._with_pasal(article, ref)
            confidence, notes = confidence * factor, (*notes, note)
        if ref:
            as_written = as_kip(ref, article)
            ref, notes = as_written.ref, (*notes, *as_written.notes)
        if ref and ref.is_kip:
            checked = check_kip(article)
            article, confidence = checked.article, confidence * checked.factor
            notes = (*notes, *checked.notes)
        self._last = article
        self._add(run, bond, Citation(ref, article, _sure(confidence), notes=notes))

    def _with_pasal(
        self, article: Article, ref: RegulationRef | None
    ) -> tuple[Article, float, str]:
        """Find the Pasal that a lone ayat, huruf or angka belongs to."""
        last = self._last
        if last and last.pasal and (last.pasal == "17" or not (ref and ref.is_kip)):
            self._drop_shallow(last, ref, lone_angka=_is_lone_angka(article))
            filled = _below(last, article)
            return filled, 0.85, f"pasal diambil dari kutipan sebelumnya: Pasal {last.pasal}"
        if ref and ref.is_kip and article.huruf in GROUNDS and article.ayat is None:
            return replace(article, pasal="17"), 0.85, _NO_PASAL_KIP
        return article, 0.5, "pasal tidak tertulis"

    def _drop_shallow(self, last: Article, ref: RegulationRef | None, *, lone_angka: bool) -> None:
        """A Pasal or huruf named alone gives way to what is named below it."""
        shallow = last == Article(pasal=last.pasal) or (lone_angka and last.angka is None)
        before = self.citations[-1] if shallow and self.citations else None
        if before and (before.article, before.regulation) == (last, ref):
            self.citations.pop()

    def _add(self, run: Run, bond: _Bond, citation: Citation) -> None:
        start, end = self._tokens[run.start].start, self._tokens[run.end - 1].end
        named = bond.named
        if named and not named.cited:
            start, end = min(start, named.start), max(end, named.end)
        joined = Gap.JOINED in run.gap or bool(named and named.joined and not named.cited)
        unique = tuple(dict.fromkeys(citation.notes))
        self.citations.append(replace(citation, span=(start, end), joined=joined, notes=unique))


def _is_lone_angka(article: Article) -> bool:
    return bool(article.angka) and not (article.huruf or article.ayat or article.pasal)


def _below(last: Article, article: Article) -> Article:
    """Put a lone ayat, huruf or angka under the provision cited before it."""
    ayat = article.ayat or (last.ayat if article.huruf else None)
    if _is_lone_angka(article):
        return replace(last, angka=article.angka)
    return replace(article, pasal=last.pasal, ayat=ayat)


def _sure(confidence: float) -> float:
    return round(max(0.05, min(confidence, 0.99)), 2)
