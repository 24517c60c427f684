"""Request: the nota dinas that asks Atasan PPID to consider the change sheet."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.numbered import NumberedStep, with_number
from ppid.cases.kinds.sources import said_rows
from ppid.law.dates import format_date, spell_number
from ppid.office.queries import signer
from ppid.texts.wording import wording_whole
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode


class RequestForm(Form):
    """The fields of the nota dinas."""

    number = StringField("Nomor nota dinas", [Needed("Isi nomor nota dinas."), Longest(80)])
    written_on = DateField("Tanggal", [Needed("Isi tanggal nota dinas.")])
    addressee = StringField(
        "Kepada",
        [Needed("Isi jabatan yang dimintai pertimbangan."), Longest(200)],
        description="Atasan PPID menurut pengaturan kantor.",
    )
    about = StringField("Hal", [Needed("Isi hal nota dinas."), Longest(300)])
    content = TextAreaField(
        "Isi",
        [Needed("Isi apa yang dimintakan pertimbangan."), Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 8},
    )


class Request(NumberedStep):
    """Step 8 of the SOP."""

    code = StepKindCode.REQUEST
    template = "cases/kinds/request.html"
    record_template = "cases/kinds/request_record.html"
    form_class = RequestForm
    series = "nota-dinas"
    dated_by = "written_on"
    help = "Lembar Pengubahan disertakan dengan sendirinya; nota dinas ini mengantarkannya."

    def start(self, context: StepContext) -> Data:
        """Addressed to Atasan PPID, naming the sheet and its entries."""
        return {
            "written_on": context.today.isoformat(),
            "addressee": _addressee(context),
            "about": "Permintaan pertimbangan atas Lembar Pengubahan",
            "content": _content(context),
        }

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """A note of tomorrow has not been written."""
        if (data.get("written_on") or "") > context.today.isoformat():
            return (Missing("written_on", "Tanggal ini belum tiba."),)
        return ()

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The rows that are sent along."""
        return {**super().extras(context, data), "said": said_rows(context)}

    def summary(self, data: Data) -> str:
        """Which note, to whom."""
        return f"{with_number('Nota Dinas', data)} kepada {data['addressee']}"


def _addressee(context: StepContext) -> str:
    superior = signer("superior", context.today)
    return superior.title if superior else "Atasan PPID"


def _content(context: StepContext) -> str:
    sheet = context.data_of(StepKindCode.CHANGE_SHEET)
    if not sheet:
        return ""
    lines = [f"- {row['number']}: {row['title']}" for row in said_rows(context)]
    day = format_date(date.fromisoformat(sheet["tested_on"]))
    values = {
        "badan_publik": context.office.body_name,
        "kantor": context.office.office_name,
        "nomor_lembar": str(sheet["number"]),
        "tanggal_lembar": day,
        "nomor_perkara": context.case.number,
        "jumlah_entri": str(len(lines)),
        "jumlah_terbilang": spell_number(len(lines)),
    }
    return "\n".join([wording_whole("nota-dinas-pembuka", values), "", *lines])
