"""The samples, handed to tests as one fixture, with a way to print and read them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from ppid.papers.documents import Paper
from ppid.papers.parts import PageSize
from ppid.papers.printing import print_paper
from tests.cases.conftest import coop, shipped, superior, unit_officer  # noqa: F401 - fixtures
from tests.cases.kinds.conftest import (  # noqa: F401 - fixtures
    begin,
    classified,
    provision,
    signatories,
    until,
)
from tests.cases.kinds.test_initial_walk import entry, tested  # noqa: F401 - fixtures
from tests.papers.sample_sop import make_sop_sheet
from tests.papers.samples import (
    ISSUED,
    LONG_WORD,
    make_annex,
    make_change_row,
    make_change_sheet,
    make_determination,
    make_dik,
    make_letterhead,
    make_logo,
    make_logo_file,
    make_report,
    make_signature,
)
from tests.register.conftest import (  # noqa: F401 - fixtures
    catalogue,
    make_act,
    make_draft,
    make_entry,
)


class Samples:
    """The makers above, handed to tests through one fixture."""

    issued = ISSUED
    long_word = LONG_WORD
    annex = staticmethod(make_annex)
    change_row = staticmethod(make_change_row)
    change_sheet = staticmethod(make_change_sheet)
    determination = staticmethod(make_determination)
    dik = staticmethod(make_dik)
    letterhead = staticmethod(make_letterhead)
    logo = staticmethod(make_logo)
    logo_file = staticmethod(make_logo_file)
    report = staticmethod(make_report)
    signature = staticmethod(make_signature)
    sop_sheet = staticmethod(make_sop_sheet)

    @staticmethod
    def printed(paper: Paper, size: PageSize = PageSize.A4) -> PdfReader:
        """The paper as a PDF, opened."""
        data = print_paper(paper, author="Dinas Contoh", issued_at=ISSUED, size=size)
        return PdfReader(BytesIO(data))

    @staticmethod
    def text(reader: PdfReader) -> str:
        """All text of all pages, white space evened out."""
        return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture
def samples() -> type[Samples]:
    return Samples
