"""Laporan pengubahan: what a case changed, to those who receive it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid.cases.files import CaseFile
from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.documents import Figure, ReportPaper
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.number_lines import number_of
from ppid.papers.sentences import write_sentence
from ppid.papers.step_records import StepRecord, latest_completion
from ppid.papers.wording import NONE, word_rich
from ppid.workflow.kinds import StepKindCode


def report_paper(record: StepRecord) -> ReportPaper:
    """The report as it was handed in, with the figures of that day."""
    settings, data, facts = office(), record.data, record.file.facts
    on, number = date.fromisoformat(str(data["reported_on"])), number_of(record)
    return ReportPaper(
        letterhead=letterhead_of(settings),
        number=f"Nomor {number}" if number else "",
        about=facts.title,
        opening=write_sentence("laporan-pembuka", record, tanggal_laporan=format_date(on)),
        closing=write_sentence("laporan-penutup", record),
        basis=_basis(record.file),
        figures=tuple(Figure(each["label"], str(each["value"])) for each in _list(data, "figures")),
        changes=tuple(_change(each) for each in _list(data, "changes")),
        obstacles=word_rich(data.get("obstacles")),
        follow_up=word_rich(data.get("follow_up")),
        signature=signature_for("officer", on, place_date(settings.city, on)),
        recipients=tuple(str(data.get("recipients") or "").splitlines()),
    )


def _basis(file: CaseFile) -> tuple[str, ...]:
    told = [file.procedure.title]
    for kind, words in (
        (StepKindCode.CHANGE_SHEET, "Lembar Pengubahan Nomor {number}"),
        (StepKindCode.DETERMINATION, "Penetapan Nomor {number_text}"),
    ):
        done = latest_completion(file, kind)
        if done is not None:
            told.append(words.format(**done.data))
    return tuple(told)


def _change(change: Mapping[str, Any]) -> tuple[str, str, str, str]:
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
