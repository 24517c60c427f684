"""The schema: which models it holds, and the migrations that make it."""

from pathlib import Path

import peewee as pw
from playhouse.migrations import Runner

from ppid.accounts.models import RoleGrant, SignInAttempt, Unit, User, UserSession
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.cases.models import (
    Attachment,
    Case,
    CaseEntry,
    CaseEvent,
    ProcedureVersion,
    StepDraft,
)
from ppid.db import BaseModel, database
from ppid.desk.models import Applicant, Objection, Request, RequestEvent, RequestItem
from ppid.jobs.models import Job, JobResult
from ppid.legal_bases.models import Provision, Regulation, RegulationChange
from ppid.mail.models import Mail, Mailbox
from ppid.office.models import (
    Holiday,
    NumberRule,
    NumberSeries,
    OfficeLogo,
    OfficeSetting,
    Signatory,
    SkippedNumbers,
    TakenNumber,
)
from ppid.papers.models import Enclosure, IssuedPaper, PaperFile, SignedCopy
from ppid.register import search
from ppid.register.models import (
    Classification,
    Determination,
    Dispute,
    Entry,
    EntryFinding,
    EntryOriginal,
    EntrySpan,
    LegalBasis,
    Opening,
)
from ppid.register.public_wording import PublicWording
from ppid.register.search.synonyms import Synonym
from ppid.reminders.models import ReminderTold
from ppid.texts.models import TextVersion

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"

MODELS: tuple[type[BaseModel], ...] = (
    *(Unit, User, RoleGrant, UserSession, SignInAttempt),
    *(AuditRecord, AuditSubject),
    *(Job, JobResult),
    *(Mailbox, Mail, ReminderTold),
    *(OfficeSetting, Signatory, Holiday, NumberSeries, NumberRule, TakenNumber, SkippedNumbers),
    *(OfficeLogo, TextVersion),
    *(Regulation, RegulationChange, Provision),
    *(Entry, EntryOriginal, Determination, Classification, LegalBasis, Opening, Dispute),
    *(EntrySpan, EntryFinding, PublicWording),
    *(ProcedureVersion, Case, CaseEntry, CaseEvent, StepDraft, Attachment),
    *(IssuedPaper, Enclosure, PaperFile, SignedCopy),
    *(Synonym, Request, Applicant, RequestItem, Objection, RequestEvent),
)


def migrate() -> list[str]:
    """Run the migrations that this database has not seen; returns their names."""
    return list(_runner().up())


def unmigrate(target: str) -> None:
    """Take migrations back, the newest first, down to and with ``target``."""
    _runner().down(target)


def create_all() -> None:
    """Make the tables straight from the models: what migrations are compared with."""
    database.create_tables(MODELS)
    search.create_tables()


def pending_migrations() -> list[str]:
    """Names of migrations not yet run."""
    return [migration.name for migration in _runner().status() if migration.applied is None]


def _runner() -> Runner:
    bound: pw.Database = database.obj
    return Runner(bound, str(MIGRATIONS))
