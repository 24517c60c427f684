from datetime import date, timedelta

import pytest

from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing import (
    ClassificationFacts,
    DisputeFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
    Standing,
    StandingKind,
    classification_standing,
    last_opening_day,
    standing,
)
from ppid.law.standing_kinds import CLOSED_KINDS, OPEN_KINDS
from ppid.law.workdays import WorkCalendar

CALENDAR = WorkCalendar(frozenset({date(2027, 12, 24), date(2027, 12, 27)}))
ISSUED = date(2025, 1, 18)
END = date(2028, 1, 18)
DAY = timedelta(days=1)
UNTIL_END = Period(PeriodKind.UNTIL_DATE, ends_on=END)
OPEN_ENDED = Period(PeriodKind.WHILE_CONDITION, condition="perkara berjalan")
FOREVER = Period(PeriodKind.UNLIMITED)


def classify(
    *grounds: Ground,
    period: Period = UNTIL_END,
    on: date = ISSUED,
    extent: Extent = Extent.WHOLE,
    key: int = 1,
) -> ClassificationFacts:
    label = f"Penetapan Nomor {key} Tahun {on.year}"
    return ClassificationFacts(key, label, on, grounds, extent, period)


def opened(
    kind: OpeningKind, on: date, grounds: tuple[Ground, ...] = (), *, final: bool = True
) -> OpeningFacts:
    return OpeningFacts(kind, on, f"surat {kind}", grounds, final)


def entry(
    *classifications: ClassificationFacts,
    openings: tuple[OpeningFacts, ...] = (),
    disputes: tuple[DisputeFacts, ...] = (),
    first: date | None = None,
) -> EntryFacts:
    return EntryFacts(first, classifications, openings, disputes)


def on(facts: EntryFacts, day: date) -> Standing:
    return standing(facts, day, CALENDAR)


def test_nothing_is_closed_before_the_first_determination() -> None:
    now = on(entry(classify(Ground.H)), ISSUED - DAY)
    assert now.kind is StandingKind.NOT_DETERMINED
    assert "Penetapan Nomor 1 Tahun 2025 berlaku mulai 18 Januari 2025" in now.reason
    assert "Pasal 19" in now.article


def test_an_entry_without_any_determination_is_not_determined_even_in_dispute() -> None:
    facts = entry(disputes=(DisputeFacts(ISSUED, None, "sengketa"),), first=date(2010, 1, 1))
    assert on(facts, END).kind is StandingKind.NOT_DETERMINED


def test_a_determination_closes_from_its_day_of_effect() -> None:
    now = on(entry(classify(Ground.H)), ISSUED)
    assert (now.kind, now.since, now.until) == (StandingKind.EXCLUDED, ISSUED, END)


def test_the_reason_is_one_sentence_with_end_determination_and_law() -> None:
    facts = ClassificationFacts(
        7,
        "Penetapan Nomor 3 Tahun 2025",
        ISSUED,
        (Ground.H,),
        Extent.WHOLE,
        UNTIL_END,
        "Pasal 17 huruf h angka 4",
    )
    now = on(entry(facts), ISSUED)
    assert now.reason == (
        "Dikecualikan sampai 18 Januari 2028 "
        "(Penetapan Nomor 3 Tahun 2025; Pasal 17 huruf h angka 4)."
    )
    assert now.classification == 7


def test_a_part_excluded_is_told_as_a_part() -> None:
    now = on(entry(classify(Ground.H, extent=Extent.PARTIAL)), ISSUED)
    assert now.kind is StandingKind.PARTIAL
    assert now.reason.startswith("Dikecualikan sebagian sampai")
    assert "Pasal 50" in now.article


def test_an_expired_entry_is_open_on_the_end_date_itself() -> None:
    facts = entry(classify(Ground.H))
    assert on(facts, END - DAY).kind is StandingKind.EXPIRING
    now = on(facts, END)
    assert (now.kind, now.since, now.is_open) == (StandingKind.EXPIRED, END, True)
    assert "Pasal 11 ayat (3)" in now.reason


def test_an_end_on_a_sunday_opens_on_that_sunday() -> None:
    sunday = date(2028, 1, 16)
    period = Period(PeriodKind.UNTIL_DATE, ends_on=sunday)
    assert on(entry(classify(Ground.H, period=period)), sunday).kind is StandingKind.EXPIRED


def test_the_last_day_to_issue_the_opening_is_the_30th_working_day_before() -> None:
    assert last_opening_day(END, CALENDAR) == date(2027, 12, 3)
    assert last_opening_day(END, WorkCalendar()) == date(2027, 12, 7)


def test_expiring_begins_on_the_last_day_to_issue_the_opening() -> None:
    facts = entry(classify(Ground.H))
    warned = last_opening_day(END, CALENDAR)
    assert on(facts, warned - DAY).kind is StandingKind.EXCLUDED
    now = on(facts, warned)
    assert (now.kind, now.since) == (StandingKind.EXPIRING, warned)
    assert "penetapan pembukaan paling lambat 3 Desember 2027" in now.reason


def test_an_earlier_reminder_is_a_setting_and_never_a_later_one() -> None:
    facts = entry(classify(Ground.H))
    early = CALENDAR.before(END, 60)
    assert standing(facts, early, CALENDAR, 60).kind is StandingKind.EXPIRING
    late = last_opening_day(END, CALENDAR)
    assert standing(facts, late, CALENDAR, 5).kind is StandingKind.EXPIRING


def test_a_duration_with_unconfirmed_start_never_expires() -> None:
    period = Period(PeriodKind.DURATION, years=1, start_event="serah terima")
    now = on(entry(classify(Ground.H, period=period)), date(2099, 1, 1))
    assert (now.kind, now.until) == (StandingKind.EXCLUDED, None)
    assert "tanggal mulai belum dipastikan" in now.reason


def test_an_event_that_happened_opens_from_its_day() -> None:
    period = Period(PeriodKind.UNTIL_EVENT, event="lelang selesai", event_on=END)
    assert on(entry(classify(Ground.I, period=period)), END).kind is StandingKind.EXPIRED


def test_huruf_a_ends_at_30_years_from_the_first_exclusion_even_if_permanent() -> None:
    facts = entry(classify(Ground.A, period=FOREVER), first=date(1996, 2, 29))
    assert on(facts, date(2026, 2, 27)).until == date(2026, 2, 28)
    now = on(facts, date(2026, 2, 28))
    assert now.kind is StandingKind.EXPIRED
    assert "batas 30 tahun huruf a" in now.reason
    assert "Pasal 5 ayat (1)" in now.article


def test_a_new_determination_does_not_start_the_30_years_again() -> None:
    first = classify(Ground.A, period=FOREVER, on=date(2000, 5, 1))
    second = classify(Ground.A, period=FOREVER, on=date(2020, 5, 1), key=2)
    assert on(entry(first, second), date(2030, 5, 1)).kind is StandingKind.EXPIRED


def test_a_recorded_determination_proves_an_earlier_first_exclusion() -> None:
    facts = entry(classify(Ground.A, period=FOREVER, on=date(2000, 5, 1)), first=date(2010, 1, 1))
    assert facts.closed_since == date(2000, 5, 1)


def test_the_ceiling_of_huruf_a_opens_nothing_that_another_huruf_closes() -> None:
    facts = entry(classify(Ground.A, Ground.H, period=FOREVER), first=date(1990, 1, 1))
    now = on(facts, ISSUED)
    assert (now.kind, now.grounds) == (StandingKind.EXCLUDED, (Ground.H,))
    assert "huruf a sudah tidak menutup" in now.reason


@pytest.mark.parametrize("ground", [Ground.G, Ground.H])
@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (OpeningKind.CONSENT, StandingKind.OPENED_CONSENT),
        (OpeningKind.PUBLIC_OFFICE, StandingKind.OPENED_PUBLIC_OFFICE),
    ],
)
def test_consent_and_public_office_open_g_and_h(
    ground: Ground, kind: OpeningKind, shown: StandingKind
) -> None:
    facts = entry(classify(ground), openings=(opened(kind, date(2026, 3, 2)),))
    assert on(facts, date(2026, 3, 1)).kind is StandingKind.EXCLUDED
    assert on(facts, date(2026, 3, 2)).kind is shown


@pytest.mark.parametrize("ground", [g for g in Ground if g not in "gh"])
def test_consent_lifts_no_other_huruf_even_if_it_names_it(ground: Ground) -> None:
    consent = opened(OpeningKind.CONSENT, ISSUED, (ground, Ground.H))
    assert on(entry(classify(ground), openings=(consent,)), ISSUED).kind is StandingKind.EXCLUDED


def test_consent_leaves_closed_what_another_huruf_closes() -> None:
    consent = opened(OpeningKind.CONSENT, ISSUED)
    now = on(entry(classify(Ground.H, Ground.J), openings=(consent,)), ISSUED)
    assert (now.kind, now.grounds) == (StandingKind.EXCLUDED, (Ground.J,))


def test_open_court_opens_huruf_a_alone() -> None:
    court = opened(OpeningKind.OPEN_COURT, ISSUED)
    assert on(entry(classify(Ground.A), openings=(court,)), ISSUED).kind is (
        StandingKind.OPENED_COURT
    )
    both = entry(classify(Ground.A, Ground.H), openings=(court,))
    assert on(both, ISSUED).kind is StandingKind.EXCLUDED


def test_consent_and_open_court_together_open_a_with_h_on_the_later_day() -> None:
    openings = (
        opened(OpeningKind.CONSENT, date(2026, 1, 5)),
        opened(OpeningKind.OPEN_COURT, date(2026, 6, 1)),
    )
    facts = entry(classify(Ground.A, Ground.H), openings=openings)
    now = on(facts, date(2026, 6, 1))
    assert (now.kind, now.since) == (StandingKind.OPENED_COURT, date(2026, 6, 1))
    assert "persetujuan tertulis" in now.reason
    assert "sidang terbuka" in now.reason


@pytest.mark.parametrize("ground", Ground)
def test_a_final_ruling_opens_every_huruf(ground: Ground) -> None:
    ruling = opened(OpeningKind.RULING, ISSUED)
    now = on(entry(classify(ground), openings=(ruling,)), ISSUED)
    assert now.kind is StandingKind.OPENED_RULING
    assert "Pasal 52 ayat (3)" in now.article


def test_a_ruling_that_is_not_final_opens_nothing() -> None:
    ruling = opened(OpeningKind.RULING, ISSUED, final=False)
    facts = entry(classify(Ground.I), openings=(ruling,))
    assert on(facts, ISSUED).kind is StandingKind.EXCLUDED


def test_a_ruling_about_one_huruf_leaves_the_other_closed() -> None:
    ruling = opened(OpeningKind.RULING, ISSUED, (Ground.I,))
    now = on(entry(classify(Ground.H, Ground.I), openings=(ruling,)), ISSUED)
    assert (now.kind, now.grounds) == (StandingKind.EXCLUDED, (Ground.H,))


def test_a_later_determination_cannot_close_what_a_final_ruling_opened() -> None:
    ruling = opened(OpeningKind.RULING, date(2026, 1, 5))
    again = classify(Ground.J, period=FOREVER, on=date(2026, 6, 1), key=2)
    now = on(entry(classify(Ground.H), again, openings=(ruling,)), date(2026, 7, 1))
    assert now.kind is StandingKind.OPENED_RULING


def test_a_later_determination_closes_again_what_a_determination_opened() -> None:
    act = opened(OpeningKind.DETERMINATION, date(2026, 1, 5))
    again = classify(Ground.J, period=FOREVER, on=date(2026, 6, 1), key=2)
    facts = entry(classify(Ground.H), again, openings=(act,))
    assert on(facts, date(2026, 5, 31)).kind is StandingKind.OPENED_DETERMINATION
    assert on(facts, date(2026, 6, 1)).kind is StandingKind.EXCLUDED


def test_an_exclusion_without_any_huruf_is_opened_only_as_a_whole() -> None:
    consent = opened(OpeningKind.CONSENT, ISSUED)
    act = opened(OpeningKind.DETERMINATION, ISSUED)
    assert on(entry(classify(), openings=(consent,)), ISSUED).kind is StandingKind.EXCLUDED
    assert on(entry(classify(), openings=(act,)), ISSUED).is_open


def test_several_facts_weigh_in_the_order_of_the_law() -> None:
    acts = (
        (OpeningKind.RULING, StandingKind.OPENED_RULING),
        (OpeningKind.DETERMINATION, StandingKind.OPENED_DETERMINATION),
        (OpeningKind.CONSENT, StandingKind.OPENED_CONSENT),
        (OpeningKind.PUBLIC_OFFICE, StandingKind.OPENED_PUBLIC_OFFICE),
    )
    openings = [opened(kind, ISSUED + DAY * place) for place, (kind, _shown) in enumerate(acts)]
    dispute = DisputeFacts(ISSUED, None, "sengketa")
    for place, (_kind, shown) in enumerate(acts):
        speaking = tuple(openings[place:])
        facts = entry(classify(Ground.H), openings=speaking, disputes=(dispute,))
        assert on(facts, END).kind is shown
    assert on(entry(classify(Ground.H), disputes=(dispute,)), END).kind is StandingKind.EXPIRED


def test_open_court_weighs_more_than_expiry() -> None:
    court = opened(OpeningKind.OPEN_COURT, END + DAY)
    facts = entry(classify(Ground.A), openings=(court,))
    assert on(facts, END).kind is StandingKind.EXPIRED
    now = on(facts, END + DAY)
    assert (now.kind, now.since) == (StandingKind.OPENED_COURT, END + DAY)


def test_an_entry_in_dispute_is_held_until_the_day_it_closes() -> None:
    dispute = DisputeFacts(date(2026, 2, 2), date(2026, 5, 4), "sengketa 012/II/2026")
    facts = entry(classify(Ground.H, extent=Extent.PARTIAL), disputes=(dispute,))
    now = on(facts, date(2026, 5, 3))
    assert (now.kind, now.since, now.extent) == (
        StandingKind.HELD,
        date(2026, 2, 2),
        Extent.PARTIAL,
    )
    assert now.reason.startswith("Tertahan sejak 2 Februari 2026 karena sengketa 012/II/2026;")
    assert on(facts, date(2026, 5, 4)).kind is StandingKind.PARTIAL


def test_a_dispute_weighs_more_than_expiring() -> None:
    facts = entry(classify(Ground.H), disputes=(DisputeFacts(ISSUED, None, "keberatan"),))
    assert on(facts, END - DAY).kind is StandingKind.HELD


def test_the_later_determination_stands_and_the_old_one_is_superseded() -> None:
    later = classify(Ground.I, on=date(2026, 6, 1), key=2)
    facts = entry(classify(Ground.H), later)
    assert on(facts, date(2026, 6, 1)).classification == 2
    old = classification_standing(facts, 1, date(2026, 6, 1), CALENDAR)
    assert old.kind is StandingKind.SUPERSEDED
    assert "oleh Penetapan Nomor 2 Tahun 2026" in old.reason
    before = classification_standing(facts, 1, date(2026, 5, 31), CALENDAR)
    assert before.kind is StandingKind.EXCLUDED


def test_a_superseded_determination_names_its_next_successor() -> None:
    chain = [classify(Ground.H, on=date(2025 + n, 1, 1), key=n) for n in range(3)]
    old = classification_standing(entry(*chain), 0, date(2027, 6, 1), CALENDAR)
    assert old.since == date(2026, 1, 1)


def test_a_determination_not_yet_in_effect_closes_nothing() -> None:
    facts = entry(classify(Ground.H))
    early = classification_standing(facts, 1, ISSUED - DAY, CALENDAR)
    assert early.kind is StandingKind.NOT_DETERMINED


def test_asking_for_a_determination_the_entry_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        classification_standing(entry(), 5, ISSUED, CALENDAR)


def test_of_two_determinations_on_one_day_the_later_issued_stands() -> None:
    facts = entry(classify(Ground.H), classify(Ground.I, key=2))
    assert on(facts, ISSUED).classification == 2
    old = classification_standing(facts, 1, ISSUED, CALENDAR)
    assert old.kind is StandingKind.SUPERSEDED


def test_what_was_opened_before_the_determination_is_open_from_its_first_day() -> None:
    consent = opened(OpeningKind.CONSENT, date(2020, 1, 6))
    now = on(entry(classify(Ground.H), openings=(consent,)), END)
    assert (now.kind, now.since) == (StandingKind.OPENED_CONSENT, ISSUED)


def test_an_older_dispute_holds_the_entry_from_the_determination_on() -> None:
    dispute = DisputeFacts(date(2020, 1, 6), None, "sengketa lama")
    now = on(entry(classify(Ground.H), disputes=(dispute,)), date(2026, 1, 5))
    assert (now.kind, now.since) == (StandingKind.HELD, ISSUED)


def test_of_several_disputes_the_oldest_is_named() -> None:
    disputes = tuple(
        DisputeFacts(date(2026, month, 2), None, f"sengketa {month}") for month in (4, 3, 5)
    )
    now = on(entry(classify(Ground.H), disputes=disputes), date(2026, 8, 3))
    assert "sengketa 3" in now.reason


def test_the_reason_names_only_the_facts_that_were_needed() -> None:
    openings = (
        opened(OpeningKind.RULING, date(2025, 6, 2), (Ground.I,)),
        opened(OpeningKind.CONSENT, date(2026, 1, 5)),
    )
    now = on(entry(classify(Ground.H), openings=openings), date(2026, 1, 5))
    assert now.kind is StandingKind.OPENED_CONSENT
    assert "putusan" not in now.reason


def test_the_reason_of_an_opening_is_one_sentence_with_paper_and_law() -> None:
    ruling = OpeningFacts(OpeningKind.RULING, date(2026, 1, 5), "Putusan Nomor 4 Tahun 2026")
    assert on(entry(classify(Ground.H), openings=(ruling,)), END).reason == (
        "Terbuka sejak 5 Januari 2026 karena putusan yang berkekuatan hukum tetap (Putusan Nomor "
        "4 Tahun 2026), sesuai UU 14/2008 Pasal 11 ayat (2); Perki 1/2021 Pasal 52 ayat (3)."
    )


@pytest.mark.parametrize("kind", StandingKind)
def test_every_standing_is_told_by_word_shape_and_colour(kind: StandingKind) -> None:
    assert kind.label
    assert kind.short_label
    assert len(kind.shape) == 1
    assert kind.css_class.startswith("standing-")


def test_a_standing_is_open_or_closed_or_neither_but_never_both() -> None:
    neither = {kind for kind in StandingKind if not kind.is_open and not kind.is_closed}
    assert neither == {StandingKind.NOT_DETERMINED, StandingKind.SUPERSEDED}
    assert not set(OPEN_KINDS) & set(CLOSED_KINDS)
