"""Determinations that keep no words of their own go on printing as they did."""

from collections.abc import Callable

import pytest

from ppid import clock
from ppid.papers.determinations import determination_paper
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.issuing import record_determination
from ppid.register.models import Determination, Entry
from ppid.texts.actions import save_text
from ppid.texts.registry import TEXTS
from tests.cases.kinds.conftest import CLERK, plain_draft


@pytest.fixture
def changed(classified: Callable[..., Entry]) -> Callable[..., Determination]:
    """Record a change with the body that it was given."""
    entry = classified()

    def record(**body: object) -> Determination:
        act = DeterminationDraft(
            kind=DeterminationKind.CHANGE,
            about="Pengubahan contoh",
            determined_on=clock.today(),
            effective_on=clock.today(),
            approval={"name": "Contoh Pimpinan"},
            change_sheet_number="5/LP",
            body=dict(body),
        )
        return record_determination(CLERK, act=act, items={entry.id: plain_draft()})

    return record


def test_one_without_a_body_is_whole(changed: Callable[..., Determination]) -> None:
    paper = determination_paper(changed())

    assert paper.considering == (
        "bahwa berdasarkan Lembar Pengubahan Nomor 5/LP perlu menetapkan Pengubahan contoh",
    )
    assert paper.noting[0] == "Lembar Pengubahan Nomor 5/LP"
    assert paper.noting[-1] == "Persetujuan Pimpinan Badan Publik (Contoh Pimpinan)"
    assert [each.label for each in paper.dictums] == ["KESATU", "KEDUA", "KETIGA"]
    assert paper.dictums[-1].text == "Penetapan ini mulai berlaku pada tanggal ditetapkan."


def test_one_with_lines_of_its_own_prints_them_as_typed(
    changed: Callable[..., Determination],
) -> None:
    paper = determination_paper(changed(considering=["bahwa *x*"], dictums=["Diumumkan."]))

    assert paper.considering == ("bahwa *x*",)
    assert not hasattr(paper.considering[0], "__html__")
    assert [each.text for each in paper.dictums][2] == "Diumumkan."


def test_the_office_s_texts_never_touch_one(changed: Callable[..., Determination]) -> None:
    determination = changed()
    before = determination_paper(determination)
    body = "Mengganti Penetapan {nomor_lama}.\nMulai berlaku {saat_berlaku}."
    save_text(CLERK, TEXTS["penetapan-pengubahan-diktum"], body=body, note="", seen=0)

    assert determination_paper(determination) == before
