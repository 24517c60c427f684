"""A published register in the known shape, with the faults that such registers have."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.legal_bases.shipped import load_catalogue

CELLS = (
    *("agency", "register", "row_no", "title", "summary", "legal_bases_raw", "consequence_open"),
    *("consequence_closed", "period_text", "unit", "kind", "notes"),
)


def row(number: int, **cells: Any) -> dict[str, Any]:
    """One row; cells that are not told are empty."""
    told = {
        "agency": "Pemerintah Kabupaten Contoh",
        "register": "DIK 2024",
        "title": f"Berkas nomor {number}",
        **cells,
    }
    return {"id": number, "legal_bases": [], **{name: told.get(name, "") for name in CELLS}}


ROWS = [
    row(
        1,
        title="Daftar pelapor\tpelanggaran ",
        legal_bases_raw="a. UU No. 14 Tahun 2008 tentang KIP Ps. 17 huruf a angka 2",
        consequence_open="Pelapor terancam",
        consequence_closed="Pelapor aman",
        period_text="Permamen",
    ),
    row(2, title="Hasil tes pegawai", legal_bases_raw="Pasal 17 hurufh", period_text="5 tahun"),
    row(3, agency="Universitas Contoh", title="Soal ujian masuk", legal_bases_raw="sesuai aturan"),
]


@pytest.fixture
def law(app: Flask) -> None:
    """The shipped catalogue of legal bases."""
    load_catalogue(CommandLine())


@pytest.fixture
def register_file(tmp_path: Path) -> Path:
    """Three rows of two agencies."""
    path = tmp_path / "register.json"
    path.write_text(json.dumps(ROWS, ensure_ascii=False), encoding="utf-8")
    return path
