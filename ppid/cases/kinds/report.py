"""Report: figures counted by the program, old beside new, obstacles and what follows."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import DateField, StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.counted import count_figures, list_changes
from ppid.cases.kinds.numbered import NumberedStep, with_number
from ppid.cases.kinds.sources import refusals
from ppid.office.queries import signer
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.roles import Role

POSTS = {Role.SUPERIOR: "superior", Role.STEERING: "steering", Role.OFFICER: "officer"}


class ReportForm(Form):
    """What a person adds to what was counted."""

    number = StringField("Nomor laporan", [Needed("Isi nomor laporan."), Longest(80)])
    reported_on = DateField("Tanggal", [Needed("Isi tanggal laporan.")])
    recipients = TextAreaField(
        "Disampaikan kepada",
        [Needed("Isi kepada siapa laporan disampaikan."), Longest(2000)],
        description="Satu penerima tiap baris.",
        render_kw={"rows": 2},
    )
    obstacles = TextAreaField(
        "Kendala",
        [Needed("Isi kendala, atau tulis tidak ada."), Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 4},
    )
    follow_up = TextAreaField(
        "Tindak lanjut",
        [Needed("Isi tindak lanjut, atau tulis tidak ada."), Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 4},
    )


class Report(NumberedStep):
    """Step 11 of the SOP."""

    code = StepKindCode.REPORT
    template = "cases/kinds/report.html"
    record_template = "cases/kinds/report_record.html"
    form_class = ReportForm
    series = "laporan"
    dated_by = "reported_on"
    topics = ("report",)
    help = "Angka dan tabel dihitung program dari perkara ini. Tambahkan kendala dan tindak lanjut."

    def start(self, context: StepContext) -> Data:
        """To those whom the procedure names; refused rounds are obstacles worth telling."""
        told = [f"- Putaran {event.round}: {event.reason}" for event in refusals(context)]
        return {
            "reported_on": context.today.isoformat(),
            "recipients": "\n".join(_recipients(context)),
            "obstacles": "\n".join(told),
        }

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed, with the figures as counted now."""
        return {
            **super().read(context, form, data),
            "figures": count_figures(context),
            "changes": list_changes(context),
        }

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """A report of tomorrow has not been written."""
        if (data.get("reported_on") or "") > context.today.isoformat():
            return (Missing("reported_on", "Tanggal ini belum tiba."),)
        return ()

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The figures as counted now."""
        figures = {"figures": count_figures(context), "changes": list_changes(context)}
        return {**super().extras(context, data), **figures}

    def summary(self, data: Data) -> str:
        """Its number and to whom it went."""
        return with_number("Laporan", data)


def _recipients(context: StepContext) -> list[str]:
    found = []
    for role in context.step.addressed_to:
        known = signer(POSTS.get(role, ""), context.today)
        found.append(known.title if known else role.label)
    return found
