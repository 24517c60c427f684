"""The figures of requests by name: what the tables count and the lists prove."""

from ppid.law.request_progress import RequestEventKind
from ppid.law.requests import ExtensionReason, ObjectionGround
from ppid.yearly import queries
from ppid.yearly.queries import Figure, Judgement, Result

FLOW = (
    Figure("sisa-awal", "Sisa dari masa sebelumnya", queries.carried_in),
    Figure("diterima", "Permohonan diterima", queries.received),
    Figure(Result.GRANTED, "Dikabulkan seluruhnya", queries.with_result(Result.GRANTED)),
    Figure(Result.IN_PART, "Dikabulkan sebagian", queries.with_result(Result.IN_PART)),
    Figure(Result.REFUSED, "Ditolak", queries.with_result(Result.REFUSED)),
    Figure(Result.NOT_HELD, "Tidak dikuasai", queries.with_result(Result.NOT_HELD)),
    Figure("dicabut", "Dicabut pemohon", queries.withdrawn),
    Figure("berjalan", "Belum dijawab pada akhir masa", queries.running),
)
ANSWERS = (
    Figure("dijawab", "Permohonan dijawab", queries.answered),
    Figure("tepat-waktu", "Dijawab tepat waktu", queries.in_time),
    Figure("terlambat", "Dijawab lewat batas", queries.late),
)
DELAYS = (
    Figure("tanpa-jawaban", "Batas waktu lewat tanpa jawaban", queries.lapsed),
    Figure("diperpanjang", "Waktu menjawab diperpanjang", queries.extended()),
    *(
        Figure(f"diperpanjang-{reason}", f"Diperpanjang: {reason.label}", queries.extended(reason))
        for reason in ExtensionReason
    ),
)
OBJECTIONS = (
    Figure("keberatan", "Keberatan diterima", queries.objected()),
    *(
        Figure(f"keberatan-{ground}", f"Huruf {ground}: {ground.label}", queries.objected(ground))
        for ground in ObjectionGround
    ),
)
_WORDS = {
    Judgement.KEPT: "Jawaban dikuatkan",
    Judgement.OPENED: "Informasi diberikan",
    Judgement.MIXED: "Sebagian diberikan",
}
_ANSWERED, _RULED = RequestEventKind.OBJECTION_ANSWERED, RequestEventKind.RULED
OBJECTION_ANSWERS = (
    Figure("keberatan-ditanggapi", "Keberatan ditanggapi", queries.judged(_ANSWERED)),
    *(
        Figure(f"keberatan-{each}", words, queries.judged(_ANSWERED, each))
        for each, words in _WORDS.items()
    ),
    Figure("keberatan-berjalan", "Belum ditanggapi pada akhir masa", queries.objections_running),
)
DISPUTES = (
    Figure("sengketa", "Sengketa diajukan", queries.disputed),
    Figure("putusan", "Sengketa diputus", queries.judged(_RULED)),
    *(
        Figure(f"putusan-{each}", f"Putusan: {words.lower()}", queries.judged(_RULED, each))
        for each, words in _WORDS.items()
    ),
    Figure("sengketa-berjalan", "Belum diputus tetap pada akhir masa", queries.disputes_running),
)
FIGURES = {
    each.name: each
    for each in (*FLOW, *ANSWERS, *DELAYS, *OBJECTIONS, *OBJECTION_ANSWERS, *DISPUTES)
}
