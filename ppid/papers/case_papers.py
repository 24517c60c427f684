"""The papers of a running or finished case: Lembar Pengubahan, Penetapan, Laporan."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ppid.cases.files import CaseFile
from ppid.errors import Refused
from ppid.law.dates import format_date, spell_date
from ppid.office.queries import office
from ppid.papers.determinations import determination_paper
from ppid.papers.documents import (
    ChangeRow,
    ChangeSheetPaper,
    DeterminationPaper,
    Figure,
    ReportPaper,
)
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.parts import Tester
from ppid.papers.wording import NONE, capital, word_bases
from ppid.register.content import BasisDraft
from ppid.register.models import Determination
from ppid.workflow.events import Event
from ppid.workflow.kinds import StepKindCode

CHANGE_SHEET = "lembar-pengubahan"
DETERMINATION = "penetapan"
REPORT = "laporan"
LABELS = {
    CHANGE_SHEET: "Lembar Pengubahan",
    DETERMINATION: "Penetapan",
    REPORT: "Laporan pengubahan",
}
KINDS = {
    CHANGE_SHEET: StepKindCode.CHANGE_SHEET,
    DETERMINATION: StepKindCode.DETERMINATION,
    REPORT: StepKindCode.REPORT,
}

CasePaper = ChangeSheetPaper | DeterminationPaper | ReportPaper


class PaperNotMade(Refused):
    """The step that makes this paper has not been completed."""


def list_case_papers(file: CaseFile) -> list[str]:
    """Names of the papers that this case has by now, in the order of the procedure."""
    return [name for name in LABELS if _has(file, name)]


def case_paper(file: CaseFile, name: str) -> CasePaper:
    """One paper of a case by its name; PaperNotMade while its step is not done."""
    if not _has(file, name):
        raise PaperNotMade(
            f"{LABELS.get(name, 'Naskah')} belum ada: langkahnya belum selesai dalam perkara ini."
        )
    if name == CHANGE_SHEET:
        return _change_sheet(file)
    if name == DETERMINATION:
        return determination_paper(_determination(file))
    return _report(file)


def _has(file: CaseFile, name: str) -> bool:
    if name == CHANGE_SHEET:
        return name in KINDS and bool(_sheet_data(file))
    return name in KINDS and _completion(file, KINDS[name]) is not None


def _completion(file: CaseFile, kind: StepKindCode) -> Event | None:
    states = [state for state in file.progress.states if state.step.kind is kind]
    return states[0].completion if states else None


def _sheet_data(file: CaseFile) -> Mapping[str, Any]:
    """What the change sheet says: as completed, else as drafted in the step that is open."""
    done = _completion(file, StepKindCode.CHANGE_SHEET)
    if done is not None:
        return done.data
    step = file.current_step
    drafted = step is not None and step.kind is StepKindCode.CHANGE_SHEET and file.draft
    return file.draft.data if drafted and file.draft else {}


def _change_sheet(file: CaseFile) -> ChangeSheetPaper:
    """DRAF until Atasan PPID has said Ya."""
    settings, data = office(), _sheet_data(file)
    on = date.fromisoformat(data.get("tested_on") or file.facts.opened_at.date().isoformat())
    agreed = _completion(file, StepKindCode.DECISION) is not None
    place = data.get("place") or settings.city
    return ChangeSheetPaper(
        letterhead=letterhead_of(settings),
        number=f"Nomor {data.get('number') or '…'}",
        opening=(
            f"Pada hari ini {spell_date(on)} bertempat di {place} telah dilakukan pengujian "
            "konsekuensi atas pengubahan klasifikasi informasi yang dikecualikan sebagaimana "
            "tercantum dalam tabel berikut."
        ),
        rows=tuple(_change_row(row) for row in data.get("rows") or ()),
        testers=tuple(
            Tester(each["name"], each.get("position", ""), each.get("unit", ""))
            for each in data.get("testers") or ()
            if each.get("name")
        ),
        approver=signature_for("head", on, place_date(settings.city, on)),
        draft=not agreed,
    )


def _change_row(row: Mapping[str, Any]) -> ChangeRow:
    before = row.get("before") or {}
    kept = bool(row.get("keep"))
    new = before if kept else row
    told = "Tidak diubah.\n" + str(row.get("keep_reason") or "") if kept else _bases(new, why=True)
    parts = row.get("excluded_parts") or ""
    partly = f"\n(sebagian: {parts})" if parts and not kept else ""
    return ChangeRow(
        title=f"{row['number']}\n{row['title']}{partly}",
        old_bases=_bases(before),
        new_bases=told,
        old_if_open=before.get("consequence_open") or NONE,
        old_if_closed=before.get("benefit_closed") or NONE,
        new_if_closed=new.get("benefit_closed") or NONE,
        period=capital(new.get("period_words") or NONE),
    )


def _bases(said: Mapping[str, Any], *, why: bool = False) -> str:
    kept = [
        BasisDraft(None, basis["citation"], basis.get("ground"), basis.get("reasoning") or "")
        for basis in said.get("bases") or ()
    ]
    return word_bases(kept, with_reasoning=why)


def _determination(file: CaseFile) -> Determination:
    done = _completion(file, StepKindCode.DETERMINATION)
    if done is None:
        raise PaperNotMade("Penetapan belum diterbitkan dalam perkara ini.")
    return Determination.get(
        Determination.year == done.data["year"], Determination.number == done.data["number"]
    )


def _report(file: CaseFile) -> ReportPaper:
    done = _completion(file, StepKindCode.REPORT)
    if done is None:
        raise PaperNotMade("Laporan belum dibuat dalam perkara ini.")
    settings, data = office(), done.data
    on = date.fromisoformat(str(data["reported_on"]))
    return ReportPaper(
        letterhead=letterhead_of(settings),
        number=str(data["number"]),
        about=file.facts.title,
        opening=(
            f"Laporan ini memuat hasil {file.facts.title} (perkara {file.facts.number}), "
            f"dibuat pada {format_date(on)}."
        ),
        basis=_basis_of_report(file),
        figures=tuple(Figure(each["label"], str(each["value"])) for each in _list(data, "figures")),
        changes=tuple(_report_row(each) for each in _list(data, "changes")),
        obstacles=str(data.get("obstacles") or NONE),
        follow_up=str(data.get("follow_up") or NONE),
        signature=signature_for("officer", on, place_date(settings.city, on)),
        recipients=tuple(str(data.get("recipients") or "").splitlines()),
    )


def _basis_of_report(file: CaseFile) -> tuple[str, ...]:
    procedure = file.progress.procedure
    told = [procedure.title]
    for kind, words in (
        (StepKindCode.CHANGE_SHEET, "Lembar Pengubahan Nomor {number}"),
        (StepKindCode.DETERMINATION, "Penetapan Nomor {number_text}"),
    ):
        done = _completion(file, kind)
        if done is not None:
            told.append(words.format(**done.data))
    return tuple(told)


def _report_row(change: Mapping[str, Any]) -> tuple[str, str, str, str]:
    result = f"Tidak diubah: {change['reason']}" if change["kept"] else "Diubah"
    differs = change.get("differs")
    told = f"{result}: {differs}" if differs and not change["kept"] else result
    return (
        f"{change['number']}\n{change['title']}",
        "\n".join([*change["old_bases"], change["old_period"]]) or NONE,
        "\n".join([*change["new_bases"], change["new_period"]]) or NONE,
        told,
    )


def _list(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    return list(data.get(name) or ())


def made_at(file: CaseFile, name: str) -> datetime:
    """When the paper came to be: its step's completion, else when its draft was last saved."""
    done = _completion(file, KINDS[name])
    if done is not None:
        return done.at
    return file.draft.saved_at if file.draft else file.facts.opened_at
