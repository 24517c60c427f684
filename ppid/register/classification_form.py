"""The form of a classification: extent, legal bases, consequences, period."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import (
    DateField,
    FieldList,
    FormField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as Part
from wtforms.validators import NumberRange, Optional

from ppid.law.facts import Extent
from ppid.law.grounds import Ground
from ppid.law.period_problems import period_problems
from ppid.law.periods import Period, PeriodKind
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.picking import Picker
from ppid.web.forms import Form, IndonesianMessages, Longest, Needed, choices, trim

EXTENTS = [
    (Extent.WHOLE.value, "Seluruhnya"),
    (Extent.PARTIAL.value, "Sebagian: bagian yang disebut ditutup, selebihnya diberikan"),
]
KINDS = [("", "Belum ditentukan"), *((kind.value, kind.label) for kind in PeriodKind)]
STOPPING = {
    *("jangka-waktu-tidak-lengkap", "jangka-waktu-terbalik"),
    *("permanen-huruf-a-f", "huruf-a-lebih-30-tahun"),
}
LEAST_ROWS = 4
FIELD_OF_PROBLEM = {"has_length": "years"}


class _Part(Part):  # type: ignore[misc]  # the library carries no types
    class Meta:
        def get_translations(self, _form: Part) -> IndonesianMessages:
            """The library's own messages, told in Indonesian."""
            return IndonesianMessages()


class BasisForm(_Part):
    """One legal basis, picked by typing, with its reasoning."""

    provision = StringField(
        "Ketentuan",
        [Longest(400)],
        filters=[trim],
        render_kw={"list": "katalog-ketentuan", "autocomplete": "off"},
    )
    reasoning = TextAreaField("Alasan", [Longest(4000)], filters=[trim], render_kw={"rows": 2})


class PeriodForm(_Part):
    """The period; which fields speak depends on the kind chosen."""

    kind = SelectField("Jenis jangka waktu", choices=choices(KINDS))
    starts_on = DateField("Mulai tanggal", [Optional()])
    ends_on = DateField(
        "Sampai tanggal", [Optional()], description="Informasi terbuka mulai tanggal ini."
    )
    years = IntegerField("Tahun", [Optional(), NumberRange(0, 100)])
    months = IntegerField("Bulan", [Optional(), NumberRange(0, 1200)])
    days = IntegerField("Hari", [Optional(), NumberRange(0, 36500)])
    start_event = StringField("Dihitung sejak", [Longest(300)], filters=[trim])
    event = StringField("Sampai peristiwa", [Longest(300)], filters=[trim])
    event_on = DateField("Peristiwa atau berakhirnya keadaan dipastikan tanggal", [Optional()])
    condition = StringField("Selama keadaan", [Longest(300)], filters=[trim])
    regulation = StringField("Menurut peraturan", [Longest(300)], filters=[trim])
    review_on = DateField(
        "Tanggal tinjauan", [Optional()], description="Wajib bila tidak ada tanggal berakhir."
    )

    def period(self) -> Period | None:
        """The period as typed; None while no kind is chosen."""
        if not self.kind.data:
            return None
        values: dict[str, Any] = {name: self[name].data for name in DAYS}
        values |= {name: self[name].data or "" for name in TEXTS}
        values |= {name: self[name].data or 0 for name in LENGTHS}
        return Period(PeriodKind(self.kind.data), **values)


TEXTS = ("start_event", "event", "condition", "regulation")
LENGTHS = ("years", "months", "days")
DAYS = ("starts_on", "ends_on", "event_on", "review_on")


class ClassificationForm(Form):
    """What a determination is asked to say of an entry."""

    extent = RadioField(
        "Seberapa banyak dikecualikan",
        [Needed("Pilih seluruhnya atau sebagian.")],
        choices=choices(EXTENTS),
        default=Extent.WHOLE.value,
    )
    excluded_parts = TextAreaField(
        "Bagian yang dikecualikan",
        [Longest(4000)],
        description="Wajib bila hanya sebagian yang dikecualikan.",
        render_kw={"rows": 2},
    )
    bases = FieldList(FormField(BasisForm), min_entries=LEAST_ROWS, max_entries=40)
    consequence_open = TextAreaField(
        "Konsekuensi bila dibuka", [Longest(8000)], render_kw={"rows": 4}
    )
    benefit_closed = TextAreaField("Manfaat bila ditutup", [Longest(8000)], render_kw={"rows": 4})
    period = FormField(PeriodForm)

    def draft(self, picker: Picker, kept: ClassificationDraft) -> ClassificationDraft | None:
        """What was typed, or None when a field must be mended first (the message stands there).

        ``kept`` gives what the form does not ask: the wording of an older paper's period.
        """
        bases = self._read_bases(picker)
        period = self.period.form.period()
        if not self._has_its_parts() or bases is None or not self._is_lawful(period, bases):
            return None
        return ClassificationDraft(
            extent=Extent(self.extent.data),
            excluded_parts=self.excluded_parts.data or "",
            bases=tuple(bases),
            consequence_open=self.consequence_open.data or "",
            benefit_closed=self.benefit_closed.data or "",
            period=period,
            period_text=kept.period_text,
        )

    def _has_its_parts(self) -> bool:
        if self.extent.data == Extent.PARTIAL.value and not self.excluded_parts.data:
            _add_error(self.excluded_parts, "Sebutkan bagian yang ditutup.")
            return False
        return True

    def _read_bases(self, picker: Picker) -> list[BasisDraft] | None:
        """The bases that were filled in; None when one could not be read."""
        rows = [row.form for row in self.bases if row.form.provision.data]
        drafts: list[BasisDraft] = []
        for row in rows:
            picked = picker.pick(row.provision.data, row.reasoning.data or "")
            if isinstance(picked, BasisDraft):
                drafts.append(picked)
            else:
                _add_error(row.provision, picked)
        return drafts if len(drafts) == len(rows) else None

    def _is_lawful(self, period: Period | None, bases: Sequence[BasisDraft]) -> bool:
        """Whether nothing in the period is against the law; gaps may be filled later."""
        grounds = tuple(Ground(basis.ground) for basis in bases if basis.ground)
        problems = period_problems(period, grounds) if period else ()
        wrong = [problem for problem in problems if problem.code in STOPPING]
        for problem in wrong:
            name = FIELD_OF_PROBLEM.get(problem.field, problem.field)
            _add_error(self.period.form[name], problem.message)
        return not wrong


def form_values(draft: ClassificationDraft, picker: Picker) -> Mapping[str, Any]:
    """What the form shows of a draft, with two empty rows for further bases."""
    rows = [
        {"provision": picker.show(basis), "reasoning": basis.reasoning} for basis in draft.bases
    ]
    empty = max(2, LEAST_ROWS - len(rows))
    return {
        "extent": draft.extent.value,
        "excluded_parts": draft.excluded_parts,
        "bases": [*rows, *({} for _each in range(empty))],
        "consequence_open": draft.consequence_open,
        "benefit_closed": draft.benefit_closed,
        "period": _period_values(draft.period),
    }


def _period_values(period: Period | None) -> Mapping[str, Any]:
    if period is None:
        return {}
    names = (*TEXTS, *DAYS, *LENGTHS)
    return {"kind": period.kind.value, **{name: getattr(period, name) or None for name in names}}


def _add_error(field: Any, message: str) -> None:  # noqa: ANN401 - the library carries no types
    field.errors = [*field.errors, message]
