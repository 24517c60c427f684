"""The child process: what a hostile or a broken page can do to it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from ppid.errors import Refused
from ppid.papers.composing import prose
from ppid.papers.renderer import STATIC, Renderer, RenderFailed, render_pdf
from tests.papers.conftest import Samples
from tests.papers.samples import ISSUED


@pytest.fixture
def renderer() -> Iterator[Renderer]:
    made = Renderer()
    yield made
    made.close()


def render(renderer: Renderer, body: str, title: str = "Judul") -> bytes:
    page = f"<html lang='id'><head><title>x</title></head><body>{body}</body></html>"
    return renderer.render(page, title=title, author="Badan", issued_at=ISSUED)


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def images_of(pdf: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(BytesIO(pdf)).pages)


def test_the_title_asked_for_is_the_title_of_the_file(renderer: Renderer) -> None:
    pdf = render(renderer, "<p>Isi</p>", title="Surat <penting> & rahasia")

    assert PdfReader(BytesIO(pdf)).metadata.title == "Surat <penting> & rahasia"


@pytest.mark.parametrize(
    "body",
    [
        "<img src='file://{folder}/lambang.png'>",
        "<img src='{folder}/lambang.png'>",
        "<img src='../../../../../../../..{folder}/lambang.png'>",
        "<div style=\"background-image: url('{folder}/lambang.png')\">x</div>",
        "<pdf:insertpdf src='{folder}/rahasia.pdf'></pdf:insertpdf>",
        "<style>@page {{ background-image: url('{folder}/rahasia.pdf') }}</style>",
        "<style>@import url('file://{folder}/rahasia.css');</style>",
        "<link rel='stylesheet' href='{folder}/rahasia.css'>",
        "<object data='{folder}/rahasia.pdf'></object><iframe src='/etc/passwd'></iframe>",
    ],
)
def test_no_local_file_is_pulled_into_a_paper(
    renderer: Renderer, samples: type[Samples], tmp_path: Path, body: str
) -> None:
    samples.logo_file(tmp_path)
    (tmp_path / "rahasia.pdf").write_bytes(render(renderer, "<p>TERLARANG</p>"))
    (tmp_path / "rahasia.css").write_text("p { text-transform: uppercase }")

    with contextlib.suppress(RenderFailed):
        pdf = render(renderer, body.format(folder=tmp_path) + "<p>Akhir</p>")

        assert "Akhir" in text_of(pdf)
        assert "TERLARANG" not in text_of(pdf)
        assert images_of(pdf) == 0


@pytest.mark.parametrize(
    "body",
    [
        "<img src='http://127.0.0.1:{port}/a.png'>",
        "<link rel='stylesheet' href='http://127.0.0.1:{port}/a.css'>",
        "<style>@font-face {{ font-family: a; src: url('http://127.0.0.1:{port}/a.ttf') }}</style>",
        "<div style=\"background-image: url('http://127.0.0.1:{port}/a.png')\">x</div>",
        "<pdf:font src='http://127.0.0.1:{port}/a.ttf' name='a'></pdf:font>",
    ],
)
def test_no_address_is_called_from_a_paper(renderer: Renderer, body: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.3)
        with contextlib.suppress(RenderFailed):
            render(renderer, body.format(port=door.getsockname()[1]))

        with pytest.raises(TimeoutError):
            door.accept()


def test_five_thousand_nested_blocks_are_refused_quickly(renderer: Renderer) -> None:
    started = time.perf_counter()

    with pytest.raises(RenderFailed, match="terlalu dalam"):
        render(renderer, "<div>" * 5000 + "x" + "</div>" * 5000)

    assert time.perf_counter() - started < 20
    assert "Masih" in text_of(render(renderer, "<p>Masih bekerja</p>"))


def test_nested_blocks_in_a_reasoning_are_flattened_before_they_are_printed() -> None:
    deep = Markup("<div>" * 5000 + "alasan" + "</div>" * 5000)  # noqa: S704 - the attack itself

    assert prose(deep) == "alasan"


@pytest.mark.parametrize("tag", ["ul", "ol", "blockquote"])
def test_lists_nested_beyond_reason_lose_their_tags_and_keep_their_words(tag: str) -> None:
    deep = Markup(f"<{tag}><li>" * 5000 + "alasan")  # noqa: S704 - the attack itself
    started = time.perf_counter()

    assert prose(deep) == "alasan"
    assert time.perf_counter() - started < 5


def test_a_list_within_a_list_keeps_its_shape() -> None:
    nested = Markup("<ul><li>a<br>b<ul><li>c</li></ul></li></ul>")

    assert prose(nested) == nested


@pytest.mark.parametrize("tag", ["pdf:insertpdf", "pdf:barcode", "img", "object", "link", "style"])
def test_no_tag_that_fetches_or_draws_passes_in_a_reasoning(tag: str) -> None:
    hostile = Markup(f"<p>a<{tag} src='/etc/passwd'>b</{tag}></p>")  # noqa: S704 - the attack

    assert f"<{tag}" not in prose(hostile)


def test_plain_text_is_never_read_as_a_page() -> None:
    assert prose("<b>a</b>\nb & c") == "&lt;b&gt;a&lt;/b&gt; <br/>b &amp; c"


def test_a_render_that_takes_too_long_is_stopped_and_the_next_one_works() -> None:
    renderer = Renderer(timeout=1.5)
    rows = "<tr>" + "<td>kata kata kata</td>" * 6 + "</tr>"
    try:
        started = time.perf_counter()
        with pytest.raises(RenderFailed, match="batas waktu"):
            render(renderer, f"<table>{rows * 20000}</table>")
        assert time.perf_counter() - started < 6
        assert "Sehat" in text_of(render(renderer, "<p>Sehat</p>"))
    finally:
        renderer.close()


def test_a_child_killed_between_two_papers_is_replaced_unseen(renderer: Renderer) -> None:
    render(renderer, "<p>Satu</p>")
    killed = renderer.child_pid
    assert killed
    os.kill(killed, signal.SIGKILL)
    time.sleep(0.1)

    assert "Dua" in text_of(render(renderer, "<p>Dua</p>"))
    assert renderer.child_pid != killed


def test_a_child_killed_at_work_is_told_as_a_refusal(renderer: Renderer) -> None:
    render(renderer, "<p>Satu</p>")

    def kill_twice() -> None:
        for _ in range(2):
            time.sleep(0.7)
            if renderer.child_pid:
                os.kill(renderer.child_pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_twice)
    killer.start()
    with pytest.raises(Refused, match="Mesin cetak berhenti"):
        render(renderer, "<table>" + "<tr><td>kata</td><td>kata</td></tr>" * 30000 + "</table>")
    killer.join()


def test_an_order_broken_off_never_answers_the_next_one(renderer: Renderer) -> None:
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    render(renderer, "<p>Awal</p>")
    before = signal.signal(signal.SIGALRM, break_off)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with pytest.raises(KeyboardInterrupt):
            render(renderer, "<table>" + "<tr><td>kata</td></tr>" * 20000 + "</table>")
    finally:
        signal.signal(signal.SIGALRM, before)

    assert text_of(render(renderer, "<p>Berikutnya</p>")).startswith("Berikutnya")


def test_a_child_retires_after_so_many_papers() -> None:
    renderer = Renderer(renders_per_child=2)
    try:
        pids = []
        for _ in range(4):
            render(renderer, "<p>x</p>")
            pids.append(renderer.child_pid)
        assert pids[0] == pids[1] != pids[2] == pids[3]
    finally:
        renderer.close()


def test_two_children_make_the_same_bytes(renderer: Renderer) -> None:
    other = Renderer()
    try:
        assert render(renderer, "<p>Isi</p>") == render(other, "<p>Isi</p>")
    finally:
        other.close()


def test_threads_take_turns_and_each_gets_its_own_paper(renderer: Renderer) -> None:
    made: dict[int, str] = {}

    def one(number: int) -> None:
        made[number] = text_of(render(renderer, f"<p>Lembar-{number}</p>"))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(f"Lembar-{number}" in made[number] for number in range(8))


def test_the_child_sees_none_of_the_programs_settings(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "rahasia-sekali")
    render(renderer, "<p>x</p>")

    environment = Path(f"/proc/{renderer.child_pid}/environ").read_bytes()

    assert b"rahasia-sekali" not in environment


def test_the_web_process_itself_never_loads_the_pdf_library() -> None:
    code = (
        "import sys; import ppid.papers.printing; "
        "print([m for m in sys.modules if m.startswith(('xhtml2pdf', 'reportlab'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=STATIC.parent
    )

    assert done.stdout.strip() == "[]"


def test_the_fonts_lie_with_their_licence_and_stay_small() -> None:
    fonts = list((STATIC / "fonts").glob("*.ttf"))

    assert len(fonts) == 5
    assert sum(font.stat().st_size for font in fonts) < 2_000_000
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "LICENSE.txt").read_text()


def test_render_pdf_uses_one_child_for_the_whole_process() -> None:
    pdf = render_pdf("<html><body>Halo</body></html>", title="t", author="a", issued_at=ISSUED)

    assert pdf.startswith(b"%PDF-")
    assert "Halo" in text_of(pdf)
