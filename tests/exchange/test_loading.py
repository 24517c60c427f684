"""Loading a published register: untouched texts, readings as proposals, all or nothing."""

import json
from pathlib import Path

import pytest
from flask import Flask

from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.errors import Refused
from ppid.exchange.actions import load_register
from ppid.exchange.published import WrongFile
from ppid.register.models import (
    Classification,
    Entry,
    EntryFinding,
    EntryOriginal,
    EntrySpan,
    LegalBasis,
)

pytestmark = pytest.mark.usefixtures("law")
CLERK = CommandLine()


def original(title_starts: str) -> EntryOriginal:
    found: EntryOriginal = (
        EntryOriginal.select().join(Entry).where(Entry.title.startswith(title_starts)).get()
    )
    return found


def codes_of(entry_id: int) -> set[str]:
    return {row.code for row in EntryFinding.select().where(EntryFinding.entry == entry_id)}


def test_every_row_becomes_an_entry_with_its_own_number(register_file: Path) -> None:
    report = load_register(CLERK, register_file)

    assert (report.added, report.known) == (3, 0)
    assert [entry.number for entry in Entry.select().order_by(Entry.id)] == [
        *("DIK-0001", "DIK-0002", "DIK-0003")
    ]


def test_the_original_cells_are_kept_to_the_letter(register_file: Path) -> None:
    load_register(CLERK, register_file)

    kept = [row.texts for row in EntryOriginal.select().order_by(EntryOriginal.id)]
    assert kept == json.loads(register_file.read_text(encoding="utf-8"))


def test_a_reading_has_its_confidence_and_says_what_was_not_understood(
    register_file: Path,
) -> None:
    load_register(CLERK, register_file)

    read = original("Daftar pelapor").readings["legal_bases_raw"]["read"]
    left = original("Soal ujian").readings["legal_bases_raw"]["not_understood"]
    assert read[0]["text"].endswith("Pasal 17 huruf a angka 2")
    assert read[0]["confidence"] > 0.9
    assert left[0]["text"] == "sesuai aturan"
    assert left[0]["reason"]


def test_a_basis_read_beyond_doubt_is_only_proposed(register_file: Path) -> None:
    load_register(CLERK, register_file)

    basis = LegalBasis.get()
    assert basis.ground == "a"
    assert basis.provision.cite == "Pasal 17 huruf a angka 2"
    assert basis.classification.determination_id is None


def test_a_basis_read_with_doubt_is_not_filled_in(register_file: Path) -> None:
    load_register(CLERK, register_file)

    doubtful = original("Hasil tes")
    filled = LegalBasis.select().join(Classification)
    assert filled.where(Classification.entry == doubtful.entry_id).count() == 0
    assert "tanpa-huruf-pasal-17" in codes_of(doubtful.entry_id)


def test_a_period_is_read_but_never_filled_in(register_file: Path) -> None:
    load_register(CLERK, register_file)

    kept = original("Daftar pelapor")
    row = Classification.get(Classification.entry == kept.entry_id)
    assert kept.readings["period_text"]["read"][0]["text"] == "Tidak terbatas"
    assert (row.period, row.period_text) == (None, "Permamen")


def test_loaded_entries_are_closed_by_nothing_and_incomplete(register_file: Path) -> None:
    report = load_register(CLERK, register_file)

    assert report.incomplete == 3
    assert {span.standing for span in EntrySpan.select()} == {"belum_ditetapkan"}


def test_an_unknown_agency_becomes_a_unit_at_the_top(register_file: Path) -> None:
    report = load_register(CLERK, register_file)

    assert report.new_units == ("Pemerintah Kabupaten Contoh", "Universitas Contoh")
    assert [(unit.code, unit.parent_id) for unit in Unit.select()] == [("PKC", None), ("UC", None)]


def test_loading_twice_adds_nothing(register_file: Path) -> None:
    load_register(CLERK, register_file)

    again = load_register(CLERK, register_file)

    assert (again.added, again.known) == (0, 3)
    assert Entry.select().count() == 3


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": None}, "Baris 2: kolom “title” harus berupa teks."),
        ({"title": " "}, "Baris 2: kolom “title” kosong."),
        ({"id": 1}, "Baris 2: “id” 1 sudah dipakai baris 1"),
        ({"id": None}, "Baris 2: kolom “id” harus berisi nomor."),
    ],
)
def test_a_fault_is_named_by_row_and_column_and_nothing_is_written(
    register_file: Path, change: dict[str, object], message: str
) -> None:
    rows = json.loads(register_file.read_text(encoding="utf-8"))
    rows[1] |= change
    register_file.write_text(json.dumps(rows), encoding="utf-8")

    with pytest.raises(WrongFile, match=message):
        load_register(CLERK, register_file)

    assert Entry.select().count() == 0
    assert Unit.select().count() == 0


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"[]", b"[1]", b'[{"id": 1}]'])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain.json"
    path.write_bytes(content)

    with pytest.raises(WrongFile):
        load_register(CLERK, path)


def test_a_missing_file_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tidak dapat dibaca"):
        load_register(CLERK, tmp_path / "tidak-ada.json")


def test_the_commands_load_tell_and_make_the_index_anew(app: Flask, register_file: Path) -> None:
    shell = app.test_cli_runner()

    loaded = shell.invoke(args=["register", "load", str(register_file)])
    told = shell.invoke(args=["register", "report"])
    again = shell.invoke(args=["register", "reindex"])

    assert "3 entri dimuat, 0 sudah ada." in loaded.output
    assert "3  Belum ditetapkan" in told.output
    assert "3 entri belum lengkap" in told.output
    assert again.output == "3 entri diindeks ulang.\n"


def test_the_command_refuses_a_wrong_file_in_words(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "lain.json"
    path.write_text("[]")

    refused = app.test_cli_runner().invoke(args=["register", "load", str(path)])

    assert refused.exit_code == 1
    assert "sedikitnya satu" in refused.output
