"""The form of the public wording."""

from wtforms import TextAreaField

from ppid.register.public_wording import TEXTS, PublicTexts
from ppid.web.forms import Form, Longest, Needed

LONG = 4000


class WordingForm(Form):
    """The five texts that everybody may read."""

    title = TextAreaField(
        "Judul untuk publik",
        [Needed("Isi judul yang boleh dibaca siapa saja."), Longest(1000)],
        description="Sebut informasinya tanpa nama orang, angka rahasia, atau lokasi rahasia.",
        render_kw={"rows": 2},
    )
    what_is_closed = TextAreaField(
        "Bagian yang ditutup",
        [Longest(LONG)],
        description="Sebut bagiannya, bukan isinya: “nama dan nilai per orang”.",
        render_kw={"rows": 2},
    )
    given_instead = TextAreaField(
        "Yang dapat diberikan",
        [Longest(LONG)],
        description="Misalnya rekap tanpa nama, jumlah, atau bagian yang tidak ditutup.",
        render_kw={"rows": 3},
    )
    consequence = TextAreaField(
        "Konsekuensi bila dibuka",
        [Longest(LONG)],
        description="Alasan dengan kata yang dimengerti siapa saja.",
        render_kw={"rows": 3},
    )
    benefit = TextAreaField("Manfaat bila ditutup", [Longest(LONG)], render_kw={"rows": 3})

    def texts(self) -> PublicTexts:
        """What was typed."""
        return PublicTexts(**{name: getattr(self, name).data for name in TEXTS})
