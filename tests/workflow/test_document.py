"""Another office's procedure, as data, and every way to get it wrong."""

import copy
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.errors import Refused
from ppid.workflow.document import dump, load_procedure
from ppid.workflow.refusals import InvalidProcedure
from ppid.workflow.roles import Role

DOCUMENT: dict[str, Any] = {
    "code": "sop-dinas-contoh",
    "version": 3,
    "title": "Prosedur Pengubahan di Dinas Contoh",
    "short": "SOP Dinas Contoh",
    "subject": "pengubahan",
    "actors": ["superior", "officer", "unit_officer"],
    "steps": [
        {"number": 1, "kind": "input", "title": "Mengisi masukan", "actors": ["unit_officer"]},
        {"number": 2, "kind": "change-sheet", "title": "Menyusun lembar", "actors": ["officer"]},
        {
            "number": 3,
            "kind": "decision",
            "title": "Menimbang",
            "actors": ["superior"],
            "returns": [2, 1],
        },
        {"number": 4, "kind": "determination", "title": "Menetapkan", "actors": ["officer"]},
        {"number": 5, "kind": "report", "title": "Melaporkan", "actors": ["officer"]},
    ],
}


def altered(place: int, /, **fields: Any) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENT)
    document["steps"][place - 1].update(fields)
    return document


def without_step(number: int) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENT)
    del document["steps"][number - 1]
    return document


def refusal(document: Any) -> str:
    with pytest.raises(InvalidProcedure) as refused:
        load_procedure(document)
    return refused.value.message


def test_a_new_procedure_of_known_kinds_needs_no_code() -> None:
    procedure = load_procedure(DOCUMENT)
    assert [step.title for step in procedure.steps][:2] == ["Mengisi masukan", "Menyusun lembar"]


def test_a_procedure_written_and_read_again_is_the_same() -> None:
    procedure = load_procedure(DOCUMENT)
    assert load_procedure(dump(procedure)) == procedure


def test_a_step_without_a_wording_is_printed_by_its_title() -> None:
    assert load_procedure(DOCUMENT).step(1).wording == "Mengisi masukan"


def test_an_unfit_procedure_is_a_refusal_to_its_writer() -> None:
    assert issubclass(InvalidProcedure, Refused)


def test_an_unknown_actor_is_refused_with_its_step() -> None:
    message = refusal(altered(2, actors=["kepala"]))
    assert message.startswith("Langkah 2: pelaksana “kepala” tidak dikenal")


def test_an_actor_outside_the_matrix_is_refused_with_its_step() -> None:
    message = refusal(altered(3, advised_by=["steering"]))
    assert "Langkah 3 (Menimbang): Pengarah tidak ada di antara pelaksana" in message


@pytest.mark.parametrize("part", ["actors", "with", "advised_by", "approved_by", "addressed_to"])
def test_the_admin_never_takes_part_in_a_case(part: str) -> None:
    document = altered(2, **{part: ["admin"]})
    document["actors"].append("admin")
    assert "Admin Sistem tidak dapat menjadi pelaksana" in refusal(document)


def test_a_step_without_an_actor_is_refused() -> None:
    assert "Langkah 4 (Menetapkan): sebutkan pelaksana" in refusal(altered(4, actors=[]))


def test_an_actor_written_twice_is_refused() -> None:
    message = refusal(altered(4, actors=["officer", "officer"]))
    assert "Langkah 4: pelaksana tertulis dua kali" in message


def test_an_unknown_kind_is_refused_with_its_step() -> None:
    assert "Langkah 1: jenis langkah “rapat” tidak dikenal" in refusal(altered(1, kind="rapat"))


def test_a_step_behind_a_gap_cannot_be_reached() -> None:
    message = refusal(without_step(2))
    assert message == ("Langkah 3 (Menimbang): tidak dapat dicapai karena langkah 2 tidak ada.")


def test_a_doubled_number_is_refused() -> None:
    message = refusal(altered(3, number=2))
    assert "Langkah 2 (Menimbang): nomor 2 tertulis dua kali" in message


def test_a_procedure_must_begin_at_one() -> None:
    assert "tidak dapat dicapai karena langkah 1 tidak ada" in refusal(without_step(1))


def test_a_step_without_a_number_is_refused_by_its_place() -> None:
    assert refusal(altered(3, number=None)).startswith("Langkah ke-3: isi nomor langkah")


def test_a_step_after_the_report_cannot_be_reached() -> None:
    document = copy.deepcopy(DOCUMENT)
    document["steps"].append(
        {"number": 6, "kind": "publication", "title": "Mengumumkan", "actors": ["officer"]}
    )
    message = refusal(document)
    assert "Langkah 6 (Mengumumkan): tidak dapat dicapai" in message
    assert "langkah 5 (Melaporkan)" in message


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        (9, "mengembalikan perkara ke langkah 9 yang tidak ada"),
        (0, "mengembalikan perkara ke langkah 0 yang tidak ada"),
        (-1, "mengembalikan perkara ke langkah -1 yang tidak ada"),
        (3, "tidak dapat mengembalikan perkara ke dirinya sendiri"),
        (4, "tidak dapat mengembalikan perkara maju ke langkah 4"),
    ],
)
def test_a_return_leads_to_an_earlier_step_or_is_refused(target: int, fault: str) -> None:
    message = refusal(altered(3, returns=[2, target]))
    assert message == f"Langkah 3 (Menimbang): {fault}."


def test_a_return_written_twice_is_refused() -> None:
    assert "dua kali" in refusal(altered(3, returns=[2, 2]))


@pytest.mark.parametrize("kind", ["decision", "approval"])
def test_a_tidak_without_a_way_back_is_refused(kind: str) -> None:
    message = refusal(altered(3, kind=kind, returns=[]))
    assert "harus menyebut langkah tujuan bila jawabannya “Tidak”" in message


def test_a_check_may_return_a_case() -> None:
    assert load_procedure(altered(3, kind="check")).step(3).returns == (2, 1)


@pytest.mark.parametrize("fault", [{"returns": [1]}, {"may_end": True}])
def test_a_step_that_judges_nothing_can_neither_return_nor_end_a_case(
    fault: dict[str, Any],
) -> None:
    assert "tidak dapat meng" in refusal(altered(2, **fault))


@pytest.mark.parametrize("days", [-1, 0])
def test_a_norm_below_one_day_is_refused(days: int) -> None:
    message = refusal(altered(2, time_norm=days))
    assert "Langkah 2 (Menyusun lembar): waktu baku paling sedikit 1 hari kerja" in message


@pytest.mark.parametrize("days", ["3", 2.5, True])
def test_a_norm_that_is_no_whole_number_is_refused(days: object) -> None:
    assert "“time_norm” harus berupa bilangan bulat" in refusal(altered(2, time_norm=days))


@pytest.mark.parametrize("title", ["", "   ", None])
def test_a_step_without_a_title_is_refused(title: object) -> None:
    assert refusal(altered(5, title=title)) == "Langkah 5: isi nama kegiatan (isian “title”)."


def test_a_misspelt_field_is_named_instead_of_dropped() -> None:
    message = refusal(altered(3, retuns=[2]))
    assert message == "Langkah 3: isian “retuns” tidak dikenal; periksa ejaannya."


@pytest.mark.parametrize("field", ["code", "title", "short", "subject"])
def test_a_procedure_without_a_name_or_subject_is_refused(field: str) -> None:
    assert f"“{field}”" in refusal({**DOCUMENT, field: ""})


@pytest.mark.parametrize("version", [None, 0, -2, "1"])
def test_versions_count_from_one(version: object) -> None:
    assert "“version”" in refusal({**DOCUMENT, "version": version})


@pytest.mark.parametrize("code", ["SOP 7", "sop/7", "sop--7", "-sop", "Sop"])
def test_a_code_that_cannot_stand_in_an_address_is_refused(code: str) -> None:
    message = refusal({**DOCUMENT, "code": code})
    assert "hanya boleh memuat huruf kecil" in message


def test_a_procedure_without_steps_is_refused() -> None:
    assert "belum mempunyai langkah" in refusal({**DOCUMENT, "steps": []})


def test_a_procedure_without_a_determination_is_refused() -> None:
    message = refusal(altered(4, kind="publication"))
    assert "harus mempunyai satu langkah penetapan" in message


def test_a_second_determination_is_refused() -> None:
    message = refusal(altered(1, kind="determination"))
    assert message.startswith("Langkah 4 (Menetapkan): penetapan sudah ada")


@pytest.mark.parametrize(
    ("subject", "kind"), [("pengubahan", "change-sheet"), ("penetapan_awal", "test")]
)
def test_a_determination_without_its_groundwork_is_refused(subject: str, kind: str) -> None:
    document = {**altered(2, kind="input"), "subject": subject}
    assert f"({kind})" in refusal(document)


def test_groundwork_after_the_determination_is_too_late() -> None:
    document = altered(2, kind="determination")
    document["steps"][3]["kind"] = "change-sheet"
    assert "Langkah 2 (Menyusun lembar): penetapan pengubahan" in refusal(document)


@pytest.mark.parametrize("steps", ["banyak", {"1": {}}, [1], [None]])
def test_steps_of_the_wrong_shape_are_refused(steps: object) -> None:
    refusal({**DOCUMENT, "steps": steps})


@pytest.mark.parametrize("document", [None, [], "sop"])
def test_what_is_no_document_is_refused(document: object) -> None:
    assert refusal(document).startswith("Prosedur: harus berupa objek")


def test_a_sheet_with_an_impossible_date_is_refused() -> None:
    message = refusal({**DOCUMENT, "sheet": {"signed_on": "31-02-2024"}})
    assert "Lembar prosedur: tanggal “31-02-2024”" in message


def test_a_sheet_with_an_approver_without_a_title_is_refused() -> None:
    message = refusal({**DOCUMENT, "sheet": {"approver": {"name": "Contoh Pimpinan"}}})
    assert message.startswith("Pengesah: isi jabatan pengesah")


def test_a_full_sheet_written_and_read_again_is_the_same() -> None:
    sheet = {
        "number": "4 Tahun 2026",
        "signed_on": "2026-03-02",
        "office": "Dinas Contoh",
        "unit": "Sekretariat",
        "approver": {"name": "Contoh Pimpinan", "title": "Kepala Dinas Contoh", "nip": "0"},
        "legal_bases": [{"text": "Peraturan Contoh", "regulation": "p-1", "revoked": True}],
        "qualifications": ["Memahami kearsipan"],
        "related": ["Prosedur Pembukaan"],
        "equipment": ["Formulir"],
        "warnings": ["Setiap langkah dijalankan"],
        "recording": ["Disimpan dua bentuk"],
        "corrections": [{"original": "Formulr", "corrected": "Formulir", "cut_off": True}],
    }
    procedure = load_procedure({**DOCUMENT, "sheet": sheet})
    assert all(vars(procedure.sheet).values())
    assert load_procedure(dump(procedure)) == procedure


def test_a_sheet_that_is_not_signed_yet_has_no_number_date_or_approver() -> None:
    sheet = load_procedure(DOCUMENT).sheet
    assert (sheet.number, sheet.signed_on, sheet.approver) == (None, None, None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.text(max_size=8) | st.sampled_from(Role),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)


@given(
    number=st.integers(1, 5),
    field=st.sampled_from(
        ["number", "kind", "title", "actors", "with", "returns", "may_end", "time_norm", "note"]
    ),
    value=JSON,
)
def test_whatever_stands_in_a_step_it_is_loaded_whole_or_refused(
    number: int, field: str, value: object
) -> None:
    with suppress(InvalidProcedure):
        procedure = load_procedure(altered(number, **{field: value}))
        assert load_procedure(dump(procedure)) == procedure
