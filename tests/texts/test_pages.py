"""The office edits its texts on screen, every version kept."""

import re

import pytest

from ppid.audit.models import AuditRecord
from ppid.errors import Refused
from ppid.texts.models import TextVersion
from ppid.texts.queries import current_version
from ppid.texts.registry import TEXTS, TextForm
from tests.page_client import PageClient
from tests.texts.conftest import NAME

PAGE = f"/pengaturan/naskah/{NAME}"
MINE = "Mengubah Penetapan {nomor_lama}; jangka waktu ada.\nMulai berlaku {saat_berlaku}."
THEIRS = "Mengganti Penetapan {nomor_lama}; jangka waktu ada.\nMulai berlaku {saat_berlaku}."


def save(client: PageClient, body: str, seen: int, *, status: int = 303, note: str = "") -> str:
    answer = client.post(PAGE, {"body": body, "note": note, "seen": str(seen)}, status=status)
    return str(answer.text)


def test_the_list_tells_what_was_edited_by_whom(editor: PageClient) -> None:
    before = editor.get("/pengaturan/naskah/").text
    save(editor, MINE, 0)
    after = editor.get("/pengaturan/naskah/").text

    assert "disunting" not in before
    assert after.count("disunting") == 1
    assert "Contoh ppid" in after


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_has_its_page_with_its_placeholders(editor: PageClient, name: str) -> None:
    page = editor.get(f"/pengaturan/naskah/{name}").text

    for placeholder in TEXTS[name].placeholders:
        assert f"{{{placeholder}}}" in page
    assert editor.get(f"/pengaturan/naskah/{name}/riwayat").status_code == 200


def test_a_text_that_is_not_there_is_not_found(editor: PageClient) -> None:
    editor.get("/pengaturan/naskah/surat-cinta", status=404)


def test_saving_makes_a_version_with_its_reason_on_record(
    editor: PageClient, text: TextForm
) -> None:
    save(editor, MINE, 0, note="Saran biro hukum")

    version = current_version(text)
    assert (version.number, version.body, version.note) == (1, MINE, "Saran biro hukum")
    last = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert [change["field"] for change in last.changes] == ["text_body", "text_note"]
    assert last.changes[0]["before"] == text.shipped
    assert "Isi naskah" in editor.get("/jejak/").text


def test_a_fault_is_named_and_nothing_is_kept(editor: PageClient) -> None:
    page = save(editor, f"{MINE}\nLihat {{nomer_lama}}.", 0, status=422)

    assert "Baris 3: Penanda {nomer_lama} tidak dikenal" in page
    assert "Lihat {nomer_lama}." in page
    assert TextVersion.select().count() == 0


def test_the_second_of_two_who_save_is_told_and_keeps_what_they_wrote(
    editor: PageClient, text: TextForm
) -> None:
    save(editor, THEIRS, 0)
    page = save(editor, MINE, 0, status=422)

    assert "telah menyimpan versi 1" in page
    assert "<del>Mengganti Penetapan" in page
    assert "<ins>Mengubah Penetapan" in page
    assert current_version(text).body == THEIRS

    seen = re.search(r'name="seen"[^>]*value="(\d+)"', page)
    assert seen is not None
    save(editor, MINE, int(seen[1]))
    assert current_version(text).body == MINE


def test_what_does_not_differ_makes_no_version(editor: PageClient) -> None:
    save(editor, MINE, 0)

    assert "Tidak ada yang berubah" in save(editor, MINE, 1, status=422)


def test_the_history_shows_what_differs_and_restores(editor: PageClient, text: TextForm) -> None:
    save(editor, MINE, 0)
    save(editor, THEIRS, 1)
    page = editor.get(f"{PAGE}/riwayat").text
    editor.post(f"{PAGE}/versi/1/pulihkan")

    assert "<del>Mengubah Penetapan" in page
    restored = current_version(text)
    assert (restored.number, restored.body, restored.note) == (3, MINE, "Memulihkan versi 1.")


def test_the_shipped_text_can_be_restored_and_counts_as_shipped(
    editor: PageClient, text: TextForm
) -> None:
    save(editor, MINE, 0)
    editor.post(f"{PAGE}/versi/0/pulihkan")

    assert current_version(text).body == text.shipped
    assert "disunting" not in editor.get("/pengaturan/naskah/").text


def test_a_version_that_never_was_cannot_be_restored(editor: PageClient) -> None:
    editor.post(f"{PAGE}/versi/7/pulihkan")

    assert "Versi 7 tidak ada." in editor.get(f"{PAGE}/riwayat").text


def test_a_version_once_written_is_never_changed(editor: PageClient) -> None:
    save(editor, MINE, 0)
    version = TextVersion.get()
    version.body = THEIRS

    with pytest.raises(Refused, match="versi baru"):
        version.save()


def test_the_preview_shows_the_marks_of_the_paper_with_examples(editor: PageClient) -> None:
    headers = {"HX-Request": "true"}
    shown = editor.post(f"{PAGE}/pratinjau", {"body": MINE}, status=200, headers=headers).text

    assert shown.lstrip().startswith('<section id="preview"')
    assert "KESATU" in shown
    assert "Mengubah Penetapan Nomor 1/PPID.DIK/VIII/2023" in shown
    assert TextVersion.select().count() == 0


def test_the_preview_without_javascript_is_the_page_with_what_was_typed(
    editor: PageClient,
) -> None:
    page = editor.post(f"{PAGE}/pratinjau", {"body": THEIRS, "seen": "0"}, status=200).text

    assert "<h1>" in page
    assert "Mengganti Penetapan {nomor_lama}" in page
    assert "Mengganti Penetapan Nomor 1" in page


def test_html_in_a_text_does_no_harm(editor: PageClient) -> None:
    body = f"{MINE}\n<script>alert(1)</script><img src=x onerror=alert(1)> <b>tebal</b>"
    shown = editor.post(f"{PAGE}/pratinjau", {"body": body}, status=200).text
    preview = shown[shown.index('id="preview"') :]

    assert "<img" not in preview
    assert "alert(1)" not in preview.replace("&lt;", "")
