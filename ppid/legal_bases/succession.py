"""What becomes of provisions whose regulation was revoked or amended: proposals, never applied."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ppid.law.dates import format_date
from ppid.legal_bases.force import Force, Status, force_on
from ppid.legal_bases.models import Provision, Regulation, RegulationChange
from ppid.legal_bases.queries import changes_of, list_provisions

MOST = 3
FEWEST_WORDS = 2
_PLAIN = (
    "adalah agar akan antara atas atau badan bagi bahwa dalam dapat dari dengan hal harus huruf "
    "informasi itu juga karena kepada maka menurut oleh orang pada pasal ayat angka publik saat "
    "sampai sebagai sebagaimana secara sejak seperti serta setelah setiap suatu tanpa tentang "
    "berdasar berdasarkan terhadap tidak untuk wajib yaitu yang dimaksud undang peraturan "
    "ketentuan sama"
)
PLAIN_WORDS = frozenset(_PLAIN.split())
WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Candidate:
    """A provision that may take over, and why it is proposed."""

    provision: Provision
    why: str


@dataclass(frozen=True)
class Succession:
    """A provision that entries rest on, with what may take its place, the likeliest first."""

    provision: Provision
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Outlook:
    """How a regulation stands on a day, and what follows for what rests on it.

    ``successor`` is the regulation in the catalogue that holds on that day after all revocations
    between; None while the regulation itself is as it was, or nothing is known of a successor.
    """

    force: Force
    successor: Regulation | None
    successions: tuple[Succession, ...]

    @property
    def is_touched(self) -> bool:
        """Whether entries that rest on it have to be looked at again."""
        return self.force.status in {Status.REVOKED, Status.AMENDED}


def read_outlook(
    regulation: Regulation,
    changes: Iterable[RegulationChange],
    provisions: Iterable[Provision],
    counts: Mapping[int, int],
    on: date,
) -> Outlook:
    """How the regulation stands on a day, with proposals for the provisions that entries cite.

    ``counts``: provision → entries that rest on it; what nothing rests on needs no successor.
    """
    force = force_on(regulation, changes, on)
    successor = find_successor(regulation, force, on)
    cited = [each for each in provisions if counts.get(each.id)]
    return Outlook(
        force=force,
        successor=successor,
        successions=propose_successors(cited, successor) if successor and cited else (),
    )


def say_on(regulation: Regulation, changes: Iterable[RegulationChange], on: date) -> str:
    """Whether the regulation was in force on a day, in one sentence."""
    force = force_on(regulation, changes, on)
    by = force.by.title if force.by else force.by_text
    since = f" sejak {format_date(force.on)}" if force.on else ", tanggalnya tidak diketahui"
    cause = f" oleh {by}" if by else ""
    told = {
        Status.IN_FORCE: f"berlaku{since if force.on else ''}.",
        Status.AMENDED: f"berlaku dan telah diubah{cause}{since}.",
        Status.REVOKED: f"tidak berlaku lagi: dicabut{cause}{since}.",
        Status.NOT_YET: f"belum berlaku; mulai berlaku{since.removeprefix(' sejak')}.",
    }[force.status]
    doubt = " Keberlakuannya belum terkonfirmasi." if force.unsure else ""
    return f"Pada {format_date(on)} peraturan ini {told}{doubt}"


def find_successor(regulation: Regulation, force: Force, on: date) -> Regulation | None:
    """What to look to instead: the cause of the change, or what has replaced that one since."""
    seen = {regulation.id}
    found = force.by
    while found is not None and found.id not in seen:
        seen.add(found.id)
        later = force_on(found, changes_of([found.id]).get(found.id, []), on)
        if later.status is not Status.REVOKED or later.by is None:
            return found
        found = later.by
    return None


def propose_successors(
    provisions: Sequence[Provision], successor: Regulation
) -> tuple[Succession, ...]:
    """For each provision at most three of the successor's: same cite, same ground, like words."""
    offered = [each for each in list_provisions(successor) if each.withdrawn_at is None]
    return tuple(Succession(each, _candidates(each, offered)) for each in provisions)


def _candidates(old: Provision, offered: Sequence[Provision]) -> tuple[Candidate, ...]:
    ranked = [(_likeness(old, each), each) for each in offered]
    best = sorted(
        ((score, why, each) for (score, why), each in ranked if why),
        key=lambda item: (-item[0], item[2].sort_key),
    )
    return tuple(Candidate(each, why) for _score, why, each in best[:MOST])


def _likeness(old: Provision, new: Provision) -> tuple[int, str]:
    """A score, and why in words; no words when nothing speaks for it."""
    shared = sorted(_words(old.summary) & _words(new.summary))
    like = f"kata yang sama: {', '.join(shared[:4])}" if len(shared) >= FEWEST_WORDS else ""
    same_cite = old.cite.casefold() == new.cite.casefold()
    grounds = sorted(_grounds(old) & _grounds(new))
    reasons = [
        "nomor ketentuan yang sama" if same_cite else "",
        f"melayani Pasal 17 huruf {', '.join(grounds)} yang sama" if grounds else "",
        like,
    ]
    score = 10_000 * same_cite + 1_000 * bool(grounds) + len(shared) * bool(like)
    return score, "; ".join(filter(None, reasons))


def _grounds(provision: Provision) -> set[str]:
    own = {provision.ground} if provision.ground else set()
    return own | set(provision.applies_to or ())


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())) - PLAIN_WORDS
