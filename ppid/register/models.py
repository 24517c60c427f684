"""Entries and the facts about them. Nothing here says how an entry stands: facts do."""

from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.db import BaseModel, JSONField
from ppid.errors import Refused
from ppid.legal_bases.models import Provision


class Entry(BaseModel):
    """One row of the register: a piece of information, for years.

    ``title`` is for the office only; ``public_title`` must leak nothing.
    """

    unit_id: int
    created_by_id: int | None

    number = pw.CharField(max_length=20, unique=True)
    unit = pw.ForeignKeyField(Unit, backref="entries", on_delete="RESTRICT")
    title = pw.TextField()
    public_title = pw.TextField(default="")
    summary = pw.TextField(default="")
    responsible = pw.CharField(max_length=200, default="")
    form = pw.CharField(max_length=200, default="")
    document_year = pw.CharField(max_length=40, default="")
    storage_place = pw.CharField(max_length=200, default="")
    given_instead = pw.TextField(default="")
    keywords = pw.TextField(default="")
    first_excluded_on = pw.DateField(null=True)
    created_at = pw.DateTimeField(default=clock.now)
    created_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    withdrawn_at = pw.DateTimeField(null=True)


class EntryOriginal(BaseModel):
    """What a loaded register said of an entry, untouched for ever.

    ``texts`` holds every cell as it came; ``readings`` what could be read from each, with
    a confidence and what was not understood. A reading never applies itself.
    """

    entry_id: int

    entry = pw.ForeignKeyField(Entry, unique=True, backref="originals", on_delete="RESTRICT")
    agency = pw.TextField()
    source = pw.TextField()
    source_key = pw.CharField(max_length=120, unique=True)
    texts = JSONField()
    readings = JSONField(default=dict)
    loaded_at = pw.DateTimeField(default=clock.now)


class Determination(BaseModel):
    """The legal act. Immutable once issued (Perki 1/2021 Pasal 49 ayat (4), 53 ayat (5))."""

    issued_by_id: int | None

    kind = pw.CharField(max_length=20)
    number = pw.IntegerField()
    year = pw.IntegerField()
    number_text = pw.CharField(max_length=80)
    about = pw.TextField()
    determined_on = pw.DateField()
    effective_on = pw.DateField()
    place = pw.CharField(max_length=80, default="")
    signatory = JSONField(default=dict)
    approval = JSONField(default=dict)
    test_sheet_number = pw.CharField(max_length=80, default="")
    change_sheet_number = pw.CharField(max_length=80, default="")
    body = JSONField(default=dict)
    issued_at = pw.DateTimeField(default=clock.now)
    issued_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")

    def save(self, *args: Any, **options: Any) -> int:  # noqa: ANN401 - the library's own
        """Write it once; what was issued is never changed."""
        if self.id is not None and not options.get("force_insert"):
            raise Refused(
                "Penetapan ini sudah diterbitkan dan tidak dapat diubah; terbitkan penetapan baru."
            )
        return int(super().save(*args, **options))

    class Meta:
        indexes = ((("year", "number"), True),)


class Classification(BaseModel):
    """What is said of one entry: by a determination, or proposed while there is none.

    ``period`` is a ``ppid.law.periods.Period`` as a dictionary.
    """

    entry_id: int
    determination_id: int | None
    previous_id: int | None

    entry = pw.ForeignKeyField(Entry, backref="classifications", on_delete="RESTRICT")
    determination = pw.ForeignKeyField(
        Determination, null=True, backref="classifications", on_delete="RESTRICT"
    )
    previous = pw.ForeignKeyField("self", null=True, on_delete="RESTRICT")
    extent = pw.CharField(max_length=12, default="seluruhnya")
    excluded_parts = pw.TextField(default="")
    consequence_open = pw.TextField(default="")
    benefit_closed = pw.TextField(default="")
    period = JSONField(null=True)
    period_text = pw.TextField(default="")
    recorded_at = pw.DateTimeField(default=clock.now)
    withdrawn_at = pw.DateTimeField(null=True)

    def save(self, *args: Any, **options: Any) -> int:  # noqa: ANN401 - the library's own
        """Write it; what a determination said is never changed."""
        known = self.id is not None and not options.get("force_insert")
        if known and self.determination_id is not None:
            raise Refused(
                "Klasifikasi ini sudah ditetapkan dan tidak dapat diubah; tetapkan yang baru "
                "melalui perkara pengubahan."
            )
        return int(super().save(*args, **options))

    class Meta:
        indexes = ((("entry", "determination"), True),)


class LegalBasis(BaseModel):
    """A provision cited by a classification, with its reasoning (Perki 1/2021 Pasal 49 ayat (6)).

    ``citation`` is the wording at that time; ``provision`` is empty while the law cited is not
    in the catalogue.
    """

    classification_id: int
    provision_id: int | None

    classification = pw.ForeignKeyField(Classification, backref="bases", on_delete="RESTRICT")
    provision = pw.ForeignKeyField(Provision, null=True, backref="uses", on_delete="RESTRICT")
    position = pw.IntegerField()
    citation = pw.TextField()
    ground = pw.CharField(max_length=1, null=True, index=True)
    reasoning = pw.TextField(default="")

    class Meta:
        indexes = ((("classification", "position"), True),)


class Opening(BaseModel):
    """What opened an entry: a determination, ruling, consent, public office or open court."""

    entry_id: int
    determination_id: int | None

    entry = pw.ForeignKeyField(Entry, backref="openings", on_delete="RESTRICT")
    kind = pw.CharField(max_length=20)
    on = pw.DateField(column_name="on_date")
    reference = pw.TextField()
    grounds = JSONField(default=list)
    final = pw.BooleanField(default=True)
    determination = pw.ForeignKeyField(Determination, null=True, on_delete="RESTRICT")
    recorded_at = pw.DateTimeField(default=clock.now)


class Dispute(BaseModel):
    """An objection, dispute or appeal: while it runs the entry is held."""

    entry_id: int

    entry = pw.ForeignKeyField(Entry, backref="disputes", on_delete="RESTRICT")
    opened_on = pw.DateField()
    closed_on = pw.DateField(null=True)
    reference = pw.TextField()
    recorded_at = pw.DateTimeField(default=clock.now)


class EntrySpan(BaseModel):
    """Index: how an entry stands from a day (inclusive) to a day (exclusive).

    Made by ``ppid.law.timeline`` from the facts whenever they change; a date picks the span,
    so an exclusion ends on its day with no job running. It can be rebuilt at any time.
    """

    entry_id: int
    classification_id: int | None

    entry = pw.ForeignKeyField(Entry, backref="spans", on_delete="RESTRICT")
    starts_on = pw.DateField()
    ends_on = pw.DateField()
    standing = pw.CharField(max_length=40)
    classification = pw.ForeignKeyField(Classification, null=True, on_delete="RESTRICT")

    class Meta:
        indexes = ((("entry", "starts_on"), True),)


class EntryFinding(BaseModel):
    """Index: a finding of ``ppid.law.findings`` on an entry as it is now."""

    entry_id: int

    entry = pw.ForeignKeyField(Entry, backref="findings", on_delete="RESTRICT")
    code = pw.CharField(max_length=60)
    severity = pw.CharField(max_length=20)

    class Meta:
        indexes = ((("entry", "code"), True), (("code", "entry"), False))
