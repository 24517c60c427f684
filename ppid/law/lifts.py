"""What lifts an exclusion, huruf by huruf, and from which day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ppid.law.facts import ClassificationFacts, EntryFacts, OpeningFacts, OpeningKind
from ppid.law.grounds import LIFTED_BY_CONSENT, LIFTED_BY_OPEN_COURT, Ground
from ppid.law.period_problems import ceiling_of_huruf_a
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind


@dataclass(frozen=True)
class Lift:
    """From ``on``, the huruf in ``grounds`` (None: whatever closes the entry) close no longer.

    ``because`` follows the Indonesian word *karena*; ``source`` is the paper that proves it.
    """

    kind: StandingKind
    on: date
    grounds: frozenset[Ground] | None
    because: str
    source: str
    article: str

    @property
    def weight(self) -> int:
        """Its place in the order in which facts weigh; 0 is the weightiest."""
        return OPEN_KINDS.index(self.kind)


@dataclass(frozen=True)
class _OpeningRule:
    kind: StandingKind
    may_lift: frozenset[Ground] | None
    because: str
    article: str


_RULES = {
    OpeningKind.RULING: _OpeningRule(
        StandingKind.OPENED_RULING,
        None,
        "putusan yang berkekuatan hukum tetap",
        "UU 14/2008 Pasal 11 ayat (2); Perki 1/2021 Pasal 52 ayat (3)",
    ),
    OpeningKind.DETERMINATION: _OpeningRule(
        StandingKind.OPENED_DETERMINATION,
        None,
        "penetapan pembukaan",
        "PP 61/2010 Pasal 11 ayat (1)",
    ),
    OpeningKind.CONSENT: _OpeningRule(
        StandingKind.OPENED_CONSENT,
        LIFTED_BY_CONSENT,
        "persetujuan tertulis pihak yang bersangkutan",
        "UU 14/2008 Pasal 18 ayat (2); PP 61/2010 Pasal 8 ayat (3)",
    ),
    OpeningKind.PUBLIC_OFFICE: _OpeningRule(
        StandingKind.OPENED_PUBLIC_OFFICE,
        LIFTED_BY_CONSENT,
        "kaitannya dengan jabatan publik",
        "UU 14/2008 Pasal 18 ayat (2); PP 61/2010 Pasal 8 ayat (3)",
    ),
    OpeningKind.OPEN_COURT: _OpeningRule(
        StandingKind.OPENED_COURT,
        LIFTED_BY_OPEN_COURT,
        "pengungkapan di sidang terbuka",
        "PP 61/2010 Pasal 5 ayat (2); Perki 1/2021 Pasal 51 ayat (2)",
    ),
}


def list_lifts(facts: EntryFacts, classification: ClassificationFacts) -> tuple[Lift, ...]:
    """All that lifts ``classification``, past and to come, in the order of days, then weight."""
    lifts = (*_acts(facts, classification), *_ends(facts, classification))
    return tuple(sorted(lifts, key=lambda lift: (lift.on, lift.weight)))


def covers(lifts: Iterable[Lift], grounds: tuple[Ground, ...]) -> bool:
    """Tell whether the lifts together leave nothing closed.

    What another huruf closes stays closed; an exclusion without huruf is lifted only as a whole.
    """
    lifted: set[Ground] = set()
    for lift in lifts:
        if lift.grounds is None:
            return True
        lifted |= lift.grounds
    return bool(grounds) and lifted.issuperset(grounds)


def _acts(facts: EntryFacts, classification: ClassificationFacts) -> Iterator[Lift]:
    """Openings that still speak.

    A new determination on a new test may close again what a determination opened (PP 61/2010 Pasal
    10), but not what a final ruling opened (UU 14/2008 Pasal 18(1)), nor undo consent, public
    office or an open hearing: those are facts.
    """
    for opening in facts.openings:
        if opening.kind is OpeningKind.RULING and not opening.final:
            continue
        outdated = opening.on < classification.effective_on
        if opening.kind is OpeningKind.DETERMINATION and outdated:
            continue
        yield _lift_of(opening)


def _lift_of(opening: OpeningFacts) -> Lift:
    rule = _RULES[opening.kind]
    grounds = rule.may_lift
    if opening.grounds:
        named = frozenset(opening.grounds)
        grounds = named if grounds is None else named & grounds
    return Lift(rule.kind, opening.on, grounds, rule.because, opening.reference, rule.article)


def _ends(facts: EntryFacts, classification: ClassificationFacts) -> Iterator[Lift]:
    """The end opens by itself (PP 61/2010 Pasal 11(3)); huruf a has a ceiling (Pasal 5(1))."""
    if end := classification.period.end():
        yield Lift(
            StandingKind.EXPIRED,
            end,
            None,
            "jangka waktunya berakhir",
            classification.label,
            "PP 61/2010 Pasal 11 ayat (3); Perki 1/2021 Pasal 52 ayat (2)",
        )
    if Ground.A in classification.grounds and (first := facts.closed_since):
        yield Lift(
            StandingKind.EXPIRED,
            ceiling_of_huruf_a(first),
            frozenset({Ground.A}),
            "batas 30 tahun huruf a tercapai",
            classification.label,
            "PP 61/2010 Pasal 5 ayat (1); Perki 1/2021 Pasal 51 ayat (1)",
        )
