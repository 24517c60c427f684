"""Determination: the legal act is issued, numbered, and can never be changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ppid import clock
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import (
    Action,
    Button,
    Data,
    Effect,
    Formdata,
    Missing,
    Outcome,
    StepKind,
)
from ppid.cases.kinds.determination_form import DeterminationForm
from ppid.cases.kinds.determination_regulations import lacking_regulations, offer_regulations
from ppid.cases.kinds.determination_texts import (
    Section,
    begin_texts,
    lacking_texts,
    list_kept,
    text_extras,
    with_texts,
)
from ppid.cases.kinds.differences import differing_words
from ppid.cases.kinds.issued import Issue
from ppid.cases.kinds.sources import said_rows
from ppid.cases.kinds.wording import about
from ppid.law.dates import add_months, format_date
from ppid.office.number_kinds import DETERMINATIONS, Mode
from ppid.office.numbering import preview_number, rule_of
from ppid.office.queries import signer
from ppid.register.acts import DeterminationKind
from ppid.web.forms import Form, choices
from ppid.workflow.kinds import StepKindCode

JUDGED_IN = (StepKindCode.DECISION, StepKindCode.APPROVAL)


class Determination(StepKind):
    """Step 10 of the SOP; the same step issues a first determination and an opening."""

    code = StepKindCode.DETERMINATION
    template = "cases/kinds/determination.html"
    record_template = "cases/kinds/determination_record.html"
    form_class = DeterminationForm
    topics = ("determination",)
    help = (
        "Periksa apa yang akan ditetapkan. Nomor diambil berurutan pada saat penetapan "
        "diterbitkan; sesudah itu tidak ada yang dapat diubah."
    )

    def start(self, context: StepContext) -> Data:
        """Today, by the officer, approved by who approved."""
        signing = signer("officer", context.today)
        day = context.today.isoformat()
        return {
            "about": about(context),
            "determined_on": day,
            "effective_on": day,
            "place": context.office.city,
            "signatory": {
                "title": signing.title if signing else "",
                "name": signing.name if signing else context.person.name,
                "rank": signing.rank if signing else "",
                "nip": signing.nip if signing else "",
            },
            "approval": _approval(context),
            **begin_texts(context),
        }

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """The form, with the field for the number only where it is filled in by hand."""
        form = super().make_form(context, with_texts(context, data), formdata)
        form["regulations"].choices = choices(
            offer_regulations(context, data, Issue(context, data).rows)
        )
        if rule_of(DETERMINATIONS).mode is not Mode.TYPED:
            del form["number_text"]
        return form

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Days in order, approval where it is asked for, nothing that the law stops."""
        issue = Issue(context, data)
        found = [*_lacking_days(context, data), *_lacking_approval(issue, data)]
        found += [*lacking_texts(context, data), *lacking_regulations(context, data)]
        if not issue.rows:
            found.append(Missing(None, "Tidak ada entri yang ditetapkan dalam perkara ini."))
        stops = issue.stops()
        found += [Missing(None, f"{number}: {' '.join(why)}") for number, why in stops.items()]
        return found

    def buttons(self, context: StepContext) -> Sequence[Button]:
        """Issue it; or, where the procedure lets it end, leave everything as it was."""
        found = [Button(Action.COMPLETE, "Tetapkan dan terbitkan")]
        if context.step.may_end:
            label = f"Akhiri tanpa penetapan: {context.procedure.unchanged_label.lower()}"
            found.append(Button(Action.END, label, primary=False))
        return found

    def outcome(self, _context: StepContext, data: Data, action: Action) -> Outcome:
        """An ending says why."""
        return Outcome(action, None, data.get("reason") or "" if action is Action.END else "")

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """What will be issued, under what number, and what stops it."""
        issue = Issue(context, data)
        return {
            "issue": issue,
            "said": said_rows(context),
            "stops": issue.stops(),
            "pattern": number_pattern(context, data),
            "opening": context.data_of(StepKindCode.OPENING),
            **text_extras(context, data, issue.mentions()),
        }

    def differing_words(self, row: Mapping[str, Any]) -> str:
        """The parts of a row that differ from Semula, in words."""
        return differing_words(row)

    def printed(self, data: Mapping[str, Any]) -> list[Section]:
        """The parts of the paper as this event keeps them, or as an older one wrote them."""
        return list_kept(data)

    def confirmation(self, context: StepContext, data: Data, _outcome: Outcome) -> str:
        """What will be issued, and that it stands."""
        issue = Issue(context, data)
        if not issue.is_dated:
            return "Penetapan akan diterbitkan setelah tanggalnya diisi."
        days = [format_date(date.fromisoformat(data[name])) for name in DAYS]
        doing = "dibuka" if issue.kind is DeterminationKind.OPENING else "diklasifikasikan"
        numbers = ", ".join(row["number"] for row in issue.rows)
        return (
            f"{issue.kind.label} akan diterbitkan dengan nomor "
            f"{number_pattern(context, data)} tanggal {days[0]} dan berlaku mulai {days[1]}; "
            f"{len(issue.rows)} entri {doing} ({numbers}). Penetapan tidak dapat diubah atau "
            "ditarik kembali."
        )

    def effect(self, context: StepContext, data: Data) -> Effect:
        """Issue it; the event keeps its number and every word that was determined."""
        issue = Issue(context, data)
        issued = issue.issue()
        kept = {
            "texts": issued.body,
            "number_text": issued.number_text,
            "number": issued.number,
            "year": issued.year,
            "determination_kind": issue.kind.label,
            "rows": issue.rows,
        }
        return Effect(kept, issued.id)

    def summary(self, data: Data) -> str:
        """Its number."""
        return f"{data['determination_kind']} Nomor {data['number_text']}"


DAYS = ("determined_on", "effective_on")


def number_pattern(context: StepContext, data: Mapping[str, Any]) -> str:
    """The number with its running part left open, ``…/PPID.DIK/I/2025``, or as it was typed."""
    day = data.get("determined_on") or context.today.isoformat()
    typed = str(data.get("number_text") or "")
    return typed or preview_number(DETERMINATIONS, date.fromisoformat(day))


def _approval(context: StepContext) -> Data:
    """Who approved in the step before; in the SOP the head, after the Ya of Atasan PPID."""
    approved = context.data_of(StepKindCode.APPROVAL)
    if approved:
        return {
            "name": approved["name"],
            "title": approved["title"],
            "on": approved["approved_on"],
            "number": approved["number"],
        }
    found = signer("head", context.today) or signer("superior", context.today)
    return {
        "name": found.name if found else "",
        "title": found.title if found else "",
        "on": _judged_on(context),
        "number": "",
    }


def _judged_on(context: StepContext) -> str | None:
    for kind in JUDGED_IN:
        if event := context.completion(kind):
            return clock.local_day(event.at).isoformat()
    return None


def _lacking_days(context: StepContext, data: Data) -> Iterator[Missing]:
    determined, effective = (data.get(name) or "" for name in DAYS)
    if not Issue(context, data).is_dated:
        yield Missing(None, "Isi tanggal penetapan dan tanggal mulai berlaku.")
    if determined > context.today.isoformat():
        yield Missing("determined_on", "Tanggal penetapan belum tiba.")
    judged = _judged_on(context)
    if determined and judged and determined < judged:
        day = format_date(date.fromisoformat(judged))
        yield Missing("determined_on", f"Penetapan tidak boleh mendahului persetujuannya ({day}).")
    if determined and effective and effective < determined:
        message = "Tanggal mulai berlaku tidak boleh sebelum tanggal penetapan."
        yield Missing("effective_on", message)
    if determined and effective and effective > _year_after(determined):
        message = "Tanggal mulai berlaku paling lama setahun sesudah tanggal penetapan."
        yield Missing("effective_on", message)


def _year_after(day: str) -> str:
    return add_months(date.fromisoformat(day), 12).isoformat()


def _lacking_approval(issue: Issue, data: Data) -> Iterator[Missing]:
    if issue.kind is DeterminationKind.OPENING:
        return
    asked = {
        "name": "Isi nama pimpinan yang menyetujui (PP 61/2010 Pasal 3 ayat (2)).",
        "title": "Isi jabatan pimpinan yang menyetujui.",
        "on": "Isi tanggal persetujuan.",
    }
    for name, message in asked.items():
        if not data["approval"].get(name):
            yield Missing(f"approval-{name}", message)
    approved, determined = data["approval"].get("on") or "", data.get("determined_on") or ""
    if approved and determined and approved > determined:
        yield Missing("approval-on", "Persetujuan tidak boleh sesudah tanggal penetapan.")
    if approved and approved < issue.tested_on:
        day = format_date(date.fromisoformat(issue.tested_on))
        yield Missing("approval-on", f"Persetujuan tidak boleh mendahului pengujiannya ({day}).")
