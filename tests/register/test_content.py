"""Drafts go through events and forms and come back as they were."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ppid.law.facts import Extent
from ppid.law.periods import Period, PeriodKind
from ppid.register.content import BasisDraft, ClassificationDraft

TEXT = st.text(max_size=20)
BASES = st.builds(
    BasisDraft,
    provision_id=st.none() | st.integers(1, 99),
    citation=TEXT,
    ground=st.none() | st.sampled_from("abcdefghij"),
    reasoning=TEXT,
)
PERIODS = st.builds(
    Period,
    kind=st.sampled_from(PeriodKind),
    starts_on=st.none() | st.dates(),
    years=st.integers(0, 40),
    event=TEXT,
    review_on=st.none() | st.dates(),
)
DRAFTS = st.builds(
    ClassificationDraft,
    extent=st.sampled_from(Extent),
    excluded_parts=TEXT,
    bases=st.lists(BASES, max_size=3).map(tuple),
    consequence_open=TEXT,
    benefit_closed=TEXT,
    period=st.none() | PERIODS,
    period_text=TEXT,
)


@given(DRAFTS)
def test_a_draft_comes_back_from_its_dictionary(draft: ClassificationDraft) -> None:
    assert ClassificationDraft.from_dict(draft.to_dict()) == draft


def test_a_draft_is_told_in_words_for_the_trail() -> None:
    draft = ClassificationDraft(
        bases=(BasisDraft(1, "Pasal 17 huruf h", "h", "Nilai pegawai"),),
        period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18)),
    )

    told = draft.told()

    assert told["bases"] == "Pasal 17 huruf h: Nilai pegawai"
    assert told["period"] == "sampai 18 Januari 2028 (terbuka mulai tanggal itu)"
