"""The wording that a determination begins with; the officer may write it otherwise."""

from datetime import date

from ppid.accounts.queries import unit_name
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.kinds.sources import text_of
from ppid.law.dates import format_date
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

_ABOUT = {
    Subject.CHANGE: "Pengubahan Klasifikasi Informasi yang Dikecualikan",
    Subject.INITIAL: "Klasifikasi Informasi yang Dikecualikan",
    Subject.OPENING: "Pembukaan Informasi yang Dikecualikan",
}


def about(context: StepContext) -> str:
    """Tentang: the act and the units that hold the entries."""
    units = dict.fromkeys(entry.unit_name for entry in context.entries)
    named = unit_name(context.case.unit_id) if len(units) > 1 else next(iter(units))
    return f"{_ABOUT[context.procedure.subject]} pada {named or ' dan '.join(units)}"


def considerations(context: StepContext) -> list[str]:
    """Menimbang: why, on which test, and that it was considered."""
    wording = {
        Subject.CHANGE: _of_change,
        Subject.INITIAL: _of_initial,
        Subject.OPENING: _of_opening,
    }
    return wording[context.procedure.subject](context)


def _of_change(context: StepContext) -> list[str]:
    sheet = _sheet(context.data_of(StepKindCode.CHANGE_SHEET))
    why = (
        "bahwa dasar hukum informasi yang dikecualikan perlu ditinjau agar sesuai dengan "
        "peraturan perundang-undangan yang berlaku dan keadaan sekarang"
    )
    tested = (
        f"bahwa berdasarkan pengujian konsekuensi dalam Lembar Pengubahan {sheet} klasifikasi "
        "informasi tersebut perlu diubah"
    )
    return [why, tested, _therefore(context, "huruf a dan huruf b")]


def _of_initial(context: StepContext) -> list[str]:
    sheet = _sheet(context.data_of(StepKindCode.TEST))
    why = (
        "bahwa setiap informasi publik bersifat terbuka, kecuali yang dikecualikan secara ketat "
        "dan terbatas setelah pengujian konsekuensi"
    )
    tested = (
        f"bahwa menurut Lembar Pengujian Konsekuensi {sheet} membuka informasi tersebut "
        "menimbulkan akibat yang harus dihindari"
    )
    return [why, tested, _therefore(context, "huruf a dan huruf b")]


def _of_opening(context: StepContext) -> list[str]:
    proof = text_of(context.data_of(StepKindCode.OPENING), "reference")
    because = f"berdasarkan {proof}" if proof else "karena jangka waktu pengecualiannya berakhir"
    why = f"bahwa {because} informasi yang dikecualikan dinyatakan terbuka"
    return [why, _therefore(context, "huruf a")]


def _therefore(context: StepContext, said: str) -> str:
    return (
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud pada {said}, perlu menetapkan "
        f"{about(context)}"
    )


def _sheet(data: Data) -> str:
    if not data:
        return "yang bersangkutan"
    day = format_date(date.fromisoformat(data["tested_on"]))
    return f"Nomor {data['number']} tanggal {day}"
