"""Forms of people and units."""

from wtforms import EmailField, PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice

from ppid.accounts.queries import unit_choices
from ppid.web.forms import Form, Longest, Needed, choices
from ppid.workflow.roles import Role

ROLES = [(role.value, role.label) for role in Role]


def _units_or_all() -> list[SelectChoice]:
    return choices([(0, "Seluruh badan publik"), *unit_choices()])


def _units_or_top() -> list[SelectChoice]:
    return choices([(0, "Tidak ada (puncak)"), *unit_choices()])


class SignInForm(Form):
    """Name and password."""

    username = StringField(
        "Nama pengguna",
        [Needed("Isi nama pengguna Anda.")],
        render_kw={"autocomplete": "username", "autocapitalize": "none"},
    )
    password = PasswordField(
        "Kata sandi",
        [Needed("Isi kata sandi Anda.")],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(Form):
    """A change of one's own password."""

    current = PasswordField(
        "Kata sandi sekarang",
        [Needed("Isi kata sandi yang Anda pakai sekarang.")],
        render_kw={"autocomplete": "current-password"},
    )
    password = PasswordField(
        "Kata sandi baru",
        [Needed("Isi kata sandi baru.")],
        description="Paling sedikit 10 huruf. Kalimat pendek lebih mudah diingat.",
        render_kw={"autocomplete": "new-password"},
    )


class UserForm(Form):
    """What is known of a user."""

    name = StringField("Nama", [Needed("Isi nama lengkap pengguna."), Longest(120)])
    position = StringField("Jabatan", [Longest(160)])
    rank = StringField("Pangkat/golongan", [Longest(80)])
    nip = StringField("NIP", [Longest(40)])
    email = EmailField("Surel", [Longest(200)])

    def details(self) -> dict[str, str]:
        """The values as actions take them."""
        return {key: self[key].data or "" for key in ("name", "position", "rank", "nip", "email")}


class NewUserForm(UserForm):
    """A user who is not known yet, with a first role."""

    username = StringField(
        "Nama pengguna",
        [Needed("Isi nama pengguna untuk masuk, misalnya ppid.dinas."), Longest(40)],
        description="Huruf kecil, angka, titik dan tanda hubung.",
    )
    role = SelectField("Peran pertama", choices=choices([("", "Belum ada"), *ROLES]))
    unit = SelectField("Di unit", coerce=int, choices=_units_or_all)


class GrantForm(Form):
    """A role to be given."""

    role = SelectField("Peran", choices=choices(ROLES))
    unit = SelectField("Di unit", coerce=int, choices=_units_or_all)


class UnitForm(Form):
    """A unit of the public body."""

    name = StringField("Nama unit", [Needed("Isi nama resmi unit."), Longest(200)])
    short_name = StringField("Nama singkat", [Needed("Isi nama singkat unit."), Longest(60)])
    code = StringField(
        "Kode",
        [Needed("Isi kode unit, misalnya diskop."), Longest(40)],
        description="Singkat dan tetap; dipakai pada alamat halaman dan berkas muatan.",
    )
    parent = SelectField("Di bawah", coerce=int, choices=_units_or_top)

    def values(self) -> dict[str, str | int | None]:
        """The values as actions take them."""
        return {
            "name": self.name.data,
            "short_name": self.short_name.data,
            "code": self.code.data,
            "parent": self.parent.data or None,
        }
