"""The tables of the first version."""

from peewee import *


def up(migrator, db):
    class ProcedureVersion(Model):
        code = CharField(max_length=60)
        version = IntegerField()
        document = TextField()
        added_at = DateTimeField()
        retired_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "procedure_version"
            indexes = ((("code", "version"), True),)

    db.create_tables([ProcedureVersion])

    class Unit(Model):
        code = CharField(unique=True, max_length=40)
        name = CharField(max_length=200)
        short_name = CharField(max_length=60)
        parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        closed_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "unit"

    db.create_tables([Unit])

    class User(Model):
        username = CharField(unique=True, max_length=40)
        name = CharField(max_length=120)
        position = CharField(max_length=160, default="")
        rank = CharField(max_length=80, default="")
        nip = CharField(max_length=40, default="")
        email = CharField(max_length=200, default="")
        password_hash = CharField(max_length=200)
        must_change_password = BooleanField(default=False)
        created_at = DateTimeField()
        disabled_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    db.create_tables([User])

    class Case(Model):
        number = CharField(unique=True, max_length=20)
        procedure = ForeignKeyField(ProcedureVersion, on_delete="RESTRICT")
        title = TextField()
        unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        opened_at = DateTimeField()
        opened_by = ForeignKeyField(User, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "case_file"

    db.create_tables([Case])

    class Attachment(Model):
        case = ForeignKeyField(Case, on_delete="RESTRICT")
        step = IntegerField()
        round = IntegerField()
        file_name = CharField(max_length=200)
        media_type = CharField(max_length=100)
        size = IntegerField()
        sha256 = CharField(max_length=64)
        hardcopy_place = CharField(max_length=200, default="")
        uploaded_at = DateTimeField()
        uploaded_by = ForeignKeyField(User, on_delete="RESTRICT")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "attachment"

    db.create_tables([Attachment])

    class AuditRecord(Model):
        at = DateTimeField(index=True)
        actor_id = IntegerField(index=True, null=True)
        actor_name = CharField(max_length=120)
        action = CharField(max_length=60)
        summary = CharField(max_length=300)
        changes = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "audit_record"

    db.create_tables([AuditRecord])

    class AuditSubject(Model):
        record = ForeignKeyField(AuditRecord, on_delete="RESTRICT")
        kind = CharField(max_length=30)
        subject_id = IntegerField()
        label = CharField(max_length=200)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "audit_subject"
            indexes = ((("kind", "subject_id"), False),)

    db.create_tables([AuditSubject])

    class Entry(Model):
        number = CharField(unique=True, max_length=20)
        unit = ForeignKeyField(Unit, on_delete="RESTRICT")
        title = TextField()
        public_title = TextField(default="")
        summary = TextField(default="")
        responsible = CharField(max_length=200, default="")
        form = CharField(max_length=200, default="")
        document_year = CharField(max_length=40, default="")
        storage_place = CharField(max_length=200, default="")
        given_instead = TextField(default="")
        keywords = TextField(default="")
        first_excluded_on = DateField(null=True)
        created_at = DateTimeField()
        created_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry"

    db.create_tables([Entry])

    class Determination(Model):
        kind = CharField(max_length=20)
        number = IntegerField()
        year = IntegerField()
        number_text = CharField(max_length=80)
        about = TextField()
        determined_on = DateField()
        effective_on = DateField()
        place = CharField(max_length=80, default="")
        signatory = TextField()
        approval = TextField()
        test_sheet_number = CharField(max_length=80, default="")
        change_sheet_number = CharField(max_length=80, default="")
        body = TextField()
        issued_at = DateTimeField()
        issued_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "determination"
            indexes = ((("year", "number"), True),)

    db.create_tables([Determination])

    class Classification(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        determination = ForeignKeyField(Determination, null=True, on_delete="RESTRICT")
        previous = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        extent = CharField(max_length=12, default="seluruhnya")
        excluded_parts = TextField(default="")
        consequence_open = TextField(default="")
        benefit_closed = TextField(default="")
        period = TextField(null=True)
        period_text = TextField(default="")
        recorded_at = DateTimeField()
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "classification"
            indexes = ((("entry", "determination"), True),)

    db.create_tables([Classification])

    class CaseEntry(Model):
        case = ForeignKeyField(Case, on_delete="RESTRICT")
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        position = IntegerField()
        before = ForeignKeyField(Classification, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "case_entry"
            indexes = ((("case", "entry"), True),)

    db.create_tables([CaseEntry])

    class CaseEvent(Model):
        case = ForeignKeyField(Case, on_delete="RESTRICT")
        seq = IntegerField()
        kind = CharField(max_length=20)
        step = IntegerField(null=True)
        round = IntegerField()
        at = DateTimeField()
        actor = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        actor_name = CharField(max_length=120)
        role = CharField(null=True, max_length=20)
        data = TextField()
        determination = ForeignKeyField(Determination, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "case_event"
            indexes = ((("case", "seq"), True),)

    db.create_tables([CaseEvent])

    class Dispute(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        opened_on = DateField()
        closed_on = DateField(null=True)
        reference = TextField()
        recorded_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "dispute"

    db.create_tables([Dispute])

    class EntryFinding(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        code = CharField(max_length=60)
        severity = CharField(max_length=20)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry_finding"
            indexes = ((("entry", "code"), True), (("code", "entry"), False))

    db.create_tables([EntryFinding])

    class EntryOriginal(Model):
        entry = ForeignKeyField(Entry, unique=True, on_delete="RESTRICT")
        agency = TextField()
        source = TextField()
        source_key = CharField(unique=True, max_length=120)
        texts = TextField()
        readings = TextField()
        loaded_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry_original"

    db.create_tables([EntryOriginal])

    class EntrySpan(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        starts_on = DateField()
        ends_on = DateField()
        standing = CharField(max_length=40)
        classification = ForeignKeyField(Classification, null=True, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "entry_span"
            indexes = ((("entry", "starts_on"), True),)

    db.create_tables([EntrySpan])

    class Holiday(Model):
        day = DateField(unique=True)
        name = CharField(max_length=200)
        source = CharField(max_length=20, default="kantor")
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "holiday"

    db.create_tables([Holiday])

    class Regulation(Model):
        code = CharField(unique=True, max_length=60)
        kind = CharField(max_length=40)
        number = CharField(max_length=40)
        year = IntegerField()
        title = TextField()
        enacted_on = DateField(null=True)
        promulgated_on = DateField(null=True)
        effective_on = DateField(null=True)
        gazette = CharField(max_length=200, default="")
        confidence = CharField(max_length=200, default="")
        status_confidence = CharField(max_length=200, default="")
        source_note = TextField(default="")
        sources = TextField()
        reviewed_on = DateField(null=True)
        created_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "regulation"
            indexes = ((("kind", "number", "year"), False),)

    db.create_tables([Regulation])

    class Provision(Model):
        regulation = ForeignKeyField(Regulation, on_delete="RESTRICT")
        cite = CharField(max_length=160)
        sort_key = CharField(max_length=200)
        summary = TextField()
        ground = CharField(index=True, null=True, max_length=1)
        applies_to = TextField()
        max_period = TextField(null=True)
        period_source = CharField(max_length=120, default="")
        deadline = TextField(null=True)
        note = TextField(default="")
        proper_use = TextField(default="")
        improper_use = TextField(default="")
        confidence = CharField(max_length=60, default="")
        reviewed_on = DateField(null=True)
        withdrawn_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "provision"
            indexes = ((("regulation", "cite"), True),)

    db.create_tables([Provision])

    class LegalBasis(Model):
        classification = ForeignKeyField(Classification, on_delete="RESTRICT")
        provision = ForeignKeyField(Provision, null=True, on_delete="RESTRICT")
        position = IntegerField()
        citation = TextField()
        ground = CharField(index=True, null=True, max_length=1)
        reasoning = TextField(default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "legal_basis"
            indexes = ((("classification", "position"), True),)

    db.create_tables([LegalBasis])

    class NumberSeries(Model):
        kind = CharField(max_length=30)
        year = IntegerField()
        last_number = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "number_series"
            indexes = ((("kind", "year"), True),)

    db.create_tables([NumberSeries])

    class OfficeSetting(Model):
        key = CharField(unique=True, max_length=60)
        value = TextField()
        changed_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "office_setting"

    db.create_tables([OfficeSetting])

    class Opening(Model):
        entry = ForeignKeyField(Entry, on_delete="RESTRICT")
        kind = CharField(max_length=20)
        on = DateField(column_name="on_date")
        reference = TextField()
        grounds = TextField()
        final = BooleanField(default=True)
        determination = ForeignKeyField(Determination, null=True, on_delete="RESTRICT")
        recorded_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "opening"

    db.create_tables([Opening])

    class RegulationChange(Model):
        regulation = ForeignKeyField(Regulation, on_delete="RESTRICT")
        kind = CharField(max_length=20)
        by = ForeignKeyField(Regulation, null=True, on_delete="RESTRICT")
        by_text = CharField(max_length=300, default="")
        on = DateField(null=True, column_name="on_date")
        note = TextField(default="")
        recorded_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "regulation_change"

    db.create_tables([RegulationChange])

    class RoleGrant(Model):
        user = ForeignKeyField(User, on_delete="RESTRICT")
        role = CharField(max_length=20)
        unit = ForeignKeyField(Unit, null=True, on_delete="RESTRICT")
        granted_at = DateTimeField()
        revoked_at = DateTimeField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "role_grant"

    db.create_tables([RoleGrant])

    class Signatory(Model):
        post = CharField(max_length=20)
        title = CharField(max_length=160)
        name = CharField(max_length=120)
        rank = CharField(max_length=80, default="")
        nip = CharField(max_length=40, default="")
        valid_from = DateField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "signatory"
            indexes = ((("post", "valid_from"), True),)

    db.create_tables([Signatory])

    class SignInAttempt(Model):
        username = CharField(max_length=40)
        address = CharField(max_length=60)
        succeeded = BooleanField()
        at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "sign_in_attempt"
            indexes = ((("username", "at"), False), (("address", "at"), False))

    db.create_tables([SignInAttempt])

    class StepDraft(Model):
        case = ForeignKeyField(Case, on_delete="RESTRICT")
        step = IntegerField()
        round = IntegerField()
        revision = IntegerField(default=1)
        data = TextField()
        saved_at = DateTimeField()
        saved_by = ForeignKeyField(User, on_delete="RESTRICT")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "step_draft"
            indexes = ((("case", "step", "round"), True),)

    db.create_tables([StepDraft])

    class UserSession(Model):
        user = ForeignKeyField(User, on_delete="RESTRICT")
        token_hash = CharField(unique=True, max_length=64)
        created_at = DateTimeField()
        seen_at = DateTimeField()
        expires_at = DateTimeField()
        ended_at = DateTimeField(null=True)
        address = CharField(max_length=60, default="")
        agent = CharField(max_length=200, default="")

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_session"

    db.create_tables([UserSession])


def down(migrator, db):
    migrator.migrate(migrator.drop_table("user_session"))
    migrator.migrate(migrator.drop_table("step_draft"))
    migrator.migrate(migrator.drop_table("sign_in_attempt"))
    migrator.migrate(migrator.drop_table("signatory"))
    migrator.migrate(migrator.drop_table("role_grant"))
    migrator.migrate(migrator.drop_table("regulation_change"))
    migrator.migrate(migrator.drop_table("opening"))
    migrator.migrate(migrator.drop_table("office_setting"))
    migrator.migrate(migrator.drop_table("number_series"))
    migrator.migrate(migrator.drop_table("legal_basis"))
    migrator.migrate(migrator.drop_table("provision"))
    migrator.migrate(migrator.drop_table("regulation"))
    migrator.migrate(migrator.drop_table("holiday"))
    migrator.migrate(migrator.drop_table("entry_span"))
    migrator.migrate(migrator.drop_table("entry_original"))
    migrator.migrate(migrator.drop_table("entry_finding"))
    migrator.migrate(migrator.drop_table("dispute"))
    migrator.migrate(migrator.drop_table("case_event"))
    migrator.migrate(migrator.drop_table("case_entry"))
    migrator.migrate(migrator.drop_table("classification"))
    migrator.migrate(migrator.drop_table("determination"))
    migrator.migrate(migrator.drop_table("entry"))
    migrator.migrate(migrator.drop_table("audit_subject"))
    migrator.migrate(migrator.drop_table("audit_record"))
    migrator.migrate(migrator.drop_table("attachment"))
    migrator.migrate(migrator.drop_table("case_file"))
    migrator.migrate(migrator.drop_table("user_account"))
    migrator.migrate(migrator.drop_table("unit"))
    migrator.migrate(migrator.drop_table("procedure_version"))
