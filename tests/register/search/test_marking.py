"""Found words are marked by their stems, and text stays safe."""

from ppid.register.search import highlight, snippet


def test_a_word_is_marked_whatever_its_affixes() -> None:
    assert highlight("Daftar penggajian", {"gaji"}) == "Daftar <mark>penggajian</mark>"


def test_other_words_stay_as_they_are() -> None:
    assert highlight("Daftar hadir", {"gaji"}) == "Daftar hadir"


def test_what_looks_like_markup_is_told_as_text() -> None:
    marked = highlight("<b>gaji</b> & lain", {"gaji"})

    assert marked == "&lt;b&gt;<mark>gaji</mark>&lt;/b&gt; &amp; lain"


def test_a_figure_is_marked_without_its_noughts() -> None:
    assert highlight("Nomor 0042", {"42"}) == "Nomor <mark>0042</mark>"


def test_a_snippet_shows_the_words_around_the_first_hit() -> None:
    text = "awal " * 60 + "rincian gaji pokok " + "akhir " * 60

    shown = snippet(text, {"gaji"})

    assert "<mark>gaji</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 190


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("Rekap gaji", {"gaji"}) == "Rekap <mark>gaji</mark>"


def test_a_text_without_hit_shows_its_beginning() -> None:
    assert snippet("kata " * 100, {"gaji"}).startswith("kata kata")
