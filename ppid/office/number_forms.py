"""Forms about numbers: a kind's pattern, and numbers passed over."""

from wtforms import IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import NumberRange

from ppid.office.number_kinds import Mode, NumberKind
from ppid.office.number_patterns import LONGEST, pattern_faults
from ppid.office.numbering import rule_of
from ppid.web.forms import Form, Longest, Needed, choices

WHY = "Misalnya: dipakai pada penetapan kertas sebelum register ini digunakan."


class RuleForm(Form):
    """Where the number of a kind comes from, and how it is written."""

    mode = RadioField("Asal nomor", [Needed("Pilih asal nomornya.")])
    pattern = StringField(
        "Pola nomor",
        [Needed("Isi pola nomor; harus memuat {nomor} dan {tahun}."), Longest(LONGEST + 40)],
        description="Dapat memuat {nomor}, {nomor:03} (tiga angka), {bulan_romawi}, {bulan}, "
        "dan {tahun}.",
    )

    def validate_pattern(self, field: StringField) -> None:
        """Every fault of the pattern, beside it."""
        if faults := pattern_faults(field.data):
            raise ValidationError(" ".join(faults))

    @classmethod
    def of(cls, kind: NumberKind) -> "RuleForm":
        """The form as sent, or as the kind is numbered now, with the ways open to the kind."""
        rule = rule_of(kind.code)
        form = cls(data={"mode": rule.mode.value, "pattern": rule.pattern})
        form.mode.choices = choices([(mode.value, mode.label) for mode in kind.modes])
        return form

    @property
    def chosen(self) -> Mode:
        """The way that was chosen, once the form is valid."""
        return Mode(self.mode.data)


class SkipForm(Form):
    """Numbers passed over, both inclusive, and why."""

    first = IntegerField("Lewati nomor", [NumberRange(1, message="Isi bilangan mulai dari 1.")])
    last = IntegerField("sampai nomor", [NumberRange(1, message="Isi bilangan mulai dari 1.")])
    reason = TextAreaField(
        "Karena",
        [Needed("Isi mengapa nomor itu dilewati."), Longest(500)],
        description=WHY,
        render_kw={"rows": 2},
    )
