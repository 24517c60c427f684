"""The letters of the desk before they are issued: the same words, marked as drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Response, request, url_for

from ppid import clock
from ppid.desk.drafts import ExtensionDraft, ObjectionItem
from ppid.desk.files import RequestFile
from ppid.desk.letter_issuing import ANSWER
from ppid.desk.letters import LetterPaper, answer_letter, extension_letter, objection_letter
from ppid.desk.objection_actions import judge_items
from ppid.law.request_progress import RequestStatus
from ppid.office.numbering import preview_number
from ppid.papers.answers import answer_html

PREVIEW = "pratinjau"


def is_preview() -> bool:
    """Whether the form was sent only to see its letter."""
    return request.form.get("action") == PREVIEW


def proposed_letter(file: RequestFile, name: str) -> LetterPaper | None:
    """The answer as it is proposed; None where nothing is, and for every other letter."""
    if name != ANSWER or file.progress.answer is not RequestStatus.PROPOSED:
        return None
    data, today = file.answer_data, clock.today()
    number = preview_number(str(data["letter"]), today)
    return answer_letter(file, data, today, number, draft=True)


def preview_extension(file: RequestFile, draft: ExtensionDraft) -> Response:
    """Surat perpanjangan as it would be."""
    data = {"reason": draft.reason.value, "words": draft.words}
    return _show(file, extension_letter, data, "surat-perpanjangan")


def preview_judgement(file: RequestFile, items: Sequence[ObjectionItem], reason: str) -> Response:
    """Tanggapan keberatan as it would be; refused as the answer itself would be."""
    data = {"items": judge_items(file, items, clock.today()), "words": reason}
    return _show(file, objection_letter, data, "tanggapan-keberatan")


def _show(file: RequestFile, letter: Any, data: Mapping[str, Any], kind: str) -> Response:  # noqa: ANN401 - one of the two above
    today = clock.today()
    paper = letter(file, {**data, "number_text": preview_number(kind, today)}, today)
    back = url_for("requests.show_request", number=file.request.code)
    return answer_html(replace(paper, draft=True), back=back, pdf=back)
