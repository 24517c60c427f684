"""The forms in which every item of a request has its own answer."""

from collections.abc import Sequence
from typing import Any, TypeVar

from wtforms import (
    BooleanField,
    DateField,
    Field,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)

from ppid.desk.drafts import (
    AnswerDraft,
    ItemAnswer,
    ObjectionDraft,
    ObjectionItem,
    ObjectionOutcome,
    RulingDraft,
)
from ppid.desk.models import RequestItem
from ppid.law.requests import ObjectionGround, Outcome
from ppid.web.forms import Form, Longest, Needed, choices

OUTCOMES = [(each.value, each.label) for each in Outcome]
JUDGED = [(each.value, each.label) for each in ObjectionOutcome]


class ItemsForm(Form):
    """A form with an outcome and a note for each item, under ``outcome_12`` and ``note_12``."""

    items: Sequence[RequestItem] = ()

    def outcome_of(self, item: RequestItem) -> Field:
        """The choice of an item's outcome."""
        return self[f"outcome_{item.id}"]

    def note_of(self, item: RequestItem) -> Field:
        """The note to an item."""
        return self[f"note_{item.id}"]

    def told(self) -> list[tuple[int, str, str]]:
        """Each item's id, outcome and note."""
        return [
            (item.id, self.outcome_of(item).data, self.note_of(item).data or "")
            for item in self.items
        ]


class AnswerForm(ItemsForm):
    """The answer to a request (UU 14/2008 Pasal 22(7))."""

    delivery = StringField(
        "Cara dan waktu penyampaian",
        [Longest(300)],
        description="Misalnya: dikirim lewat surel paling lambat 3 Desember 2026.",
    )
    cost = StringField(
        "Biaya", [Longest(200)], description="Kosongkan bila tidak ada; misalnya Rp20.000."
    )

    def draft(self) -> AnswerDraft:
        """What the action takes."""
        items = tuple(ItemAnswer(key, Outcome(said), note) for key, said, note in self.told())
        return AnswerDraft(items, self.delivery.data or "", self.cost.data or "")


class ObjectionForm(Form):
    """An objection (UU 14/2008 Pasal 35–36)."""

    received_on = DateField("Keberatan diterima tanggal", [Needed("Isi tanggal diterima.")])
    found_on = DateField(
        "Alasan ditemukan tanggal",
        [Needed("Isi tanggal alasan ditemukan.")],
        description="Biasanya tanggal jawaban diterima, atau tanggal batas menjawab terlewati.",
    )
    grounds = SelectMultipleField(
        "Alasan keberatan (Pasal 35 ayat (1))",
        [Needed("Pilih sedikitnya satu alasan keberatan.")],
        choices=choices((g.value, f"{g.value}. {g.label}") for g in ObjectionGround),
        option_widget=widgets.CheckboxInput(),
    )
    reason = TextAreaField("Uraian", [Needed("Isi uraian keberatan."), Longest(4000)])

    def draft(self) -> ObjectionDraft:
        """What the action takes."""
        return ObjectionDraft(
            received_on=self.received_on.data,
            found_on=self.found_on.data,
            grounds=tuple(ObjectionGround(each) for each in self.grounds.data),
            reason=self.reason.data,
        )


class JudgementForm(ItemsForm):
    """What Atasan PPID answers to an objection, item by item."""

    reason = TextAreaField(
        "Alasan tertulis",
        [Needed("Isi alasan tertulis; pemohon membacanya dalam surat."), Longest(4000)],
    )

    def judged(self) -> tuple[ObjectionItem, ...]:
        """What the action takes."""
        return _judged(self)


class DisputeForm(Form):
    """A dispute at the Komisi Informasi."""

    number = StringField(
        "Nomor register sengketa", [Needed("Isi nomor register sengketa."), Longest(120)]
    )
    on = DateField("Diajukan tanggal", [Needed("Isi tanggal pengajuan.")], id="sengketa-tanggal")


class RulingForm(ItemsForm):
    """A ruling of the Komisi Informasi or a court."""

    number = StringField("Nomor putusan", [Needed("Isi nomor putusan."), Longest(120)])
    on = DateField("Tanggal putusan", [Needed("Isi tanggal putusan.")])
    final = BooleanField(
        "Sudah berkekuatan hukum tetap",
        description="Hanya putusan yang berkekuatan hukum tetap membuka informasi.",
    )

    def draft(self) -> RulingDraft:
        """What the action takes."""
        return RulingDraft(self.number.data, self.on.data, bool(self.final.data), _judged(self))


Made = TypeVar("Made", bound=ItemsForm)


def form_for(
    base: type[Made],
    items: Sequence[RequestItem],
    outcomes: Sequence[tuple[str, str]],
    hint: str,
    **values: Any,  # noqa: ANN401 - the library's own
) -> Made:
    """The form with an outcome and a note for each of these items."""
    fields: dict[str, Any] = {"items": tuple(items)}
    for item in items:
        fields[f"outcome_{item.id}"] = RadioField(
            f"Rincian {item.position}",
            [Needed(f"Pilih satu untuk rincian {item.position}.")],
            choices=choices(outcomes),
        )
        fields[f"note_{item.id}"] = TextAreaField(
            f"Keterangan rincian {item.position}",
            [Longest(2000)],
            description=hint,
            render_kw={"rows": 2},
        )
    made: type[Made] = type(base.__name__, (base,), fields)
    return made(**values)


def _judged(form: ItemsForm) -> tuple[ObjectionItem, ...]:
    return tuple(
        ObjectionItem(key, ObjectionOutcome(said), note) for key, said, note in form.told()
    )
