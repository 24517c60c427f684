"""The form of a certificate: which days it is about."""

from wtforms import DateField

from ppid.papers.certificates import Span
from ppid.web.forms import Form, Needed


class CertificateForm(Form):
    """The first and the last day; one day when both are the same."""

    since = DateField("Sejak tanggal", [Needed("Isi tanggal awal.")], name="sejak")
    until = DateField("Sampai dengan tanggal", [Needed("Isi tanggal akhir.")], name="sampai")

    def span(self) -> Span:
        """The days; Refused when they are none that can be certified."""
        return Span(self.since.data, self.until.data)
