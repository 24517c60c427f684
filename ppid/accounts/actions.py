"""What is done to people and units. Nobody is deleted; roles are revoked, users disabled."""

from collections.abc import Iterable

from ppid import clock
from ppid.accounts.access import Grant
from ppid.accounts.models import RoleGrant, Unit, User
from ppid.accounts.passwords import hash_password, new_password, verify_password
from ppid.accounts.sessions import end_all_sessions
from ppid.accounts.signals import unit_renamed
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.workflow.roles import Role

DETAILS = ("name", "position", "rank", "nip", "email")


def add_user(
    actor: Actor,
    *,
    username: str,
    name: str,
    password: str | None = None,
    grants: Iterable[Grant] = (),
    **details: str,
) -> tuple[User, str]:
    """A new user and the password to hand over; unless given, one is made that must be changed."""
    handed = password or new_password()
    _check_username(username)
    with database.atomic():
        user = User.create(
            username=username,
            name=name,
            password_hash=hash_password(handed),
            must_change_password=password is None,
            **details,
        )
        _record(actor, "added-user", f"Menambah pengguna {username}", user, {}, _details(user))
        for grant in grants:
            grant_role(actor, user, role=grant.role, unit_id=grant.unit_id)
    return user, handed


def edit_user(actor: Actor, user: User, **details: str) -> None:
    """Change what is known of a user."""
    before = _details(user)
    with database.atomic():
        for key, value in details.items():
            setattr(user, key, value)
        user.save()
        _record(actor, "edited-user", "Mengubah data pengguna", user, before, _details(user))


def grant_role(actor: Actor, user: User, *, role: Role, unit_id: int | None) -> None:
    """Give a role in a unit, or everywhere; giving it twice changes nothing."""
    with database.atomic():
        unit = RoleGrant.unit.is_null() if unit_id is None else RoleGrant.unit == unit_id
        held = RoleGrant.select().where(
            RoleGrant.user == user, RoleGrant.role == role, unit, RoleGrant.revoked_at.is_null()
        )
        if held.exists():
            return
        RoleGrant.create(user=user, role=role.value, unit=unit_id)
        after = {"role": role.value, "unit": unit_id}
        _record(actor, "granted-role", f"Memberi peran {role.label}", user, {}, after)


def revoke_role(actor: Actor, user: User, *, grant_id: int) -> None:
    """Take a role away; the last admin cannot be taken away."""
    with database.atomic():
        grant = RoleGrant.get_or_none(RoleGrant.id == grant_id, RoleGrant.user == user)
        if grant is None or grant.revoked_at is not None:
            return
        if grant.role == Role.ADMIN:
            _keep_an_admin(user)
        grant.revoked_at = clock.now()
        grant.save()
        before = {"role": grant.role, "unit": grant.unit_id}
        summary = f"Mencabut peran {Role(grant.role).label}"
        _record(actor, "revoked-role", summary, user, before, {"role": None, "unit": None})


def disable_user(actor: Actor, user: User) -> None:
    """Close an account: no sign-in, every session ended."""
    with database.atomic():
        _keep_an_admin(user)
        user.disabled_at = clock.now()
        user.save()
        end_all_sessions(user)
        _record(actor, "disabled-user", "Menutup akun", user, {}, {})


def enable_user(actor: Actor, user: User) -> None:
    """Open a closed account again."""
    with database.atomic():
        user.disabled_at = None
        user.save()
        _record(actor, "enabled-user", "Membuka akun", user, {}, {})


def reset_password(actor: Actor, user: User) -> str:
    """A new password to hand over; it must be changed, and every session ends."""
    handed = new_password()
    with database.atomic():
        user.password_hash = hash_password(handed)
        user.must_change_password = True
        user.save()
        end_all_sessions(user)
        _record(actor, "reset-password", "Mengganti kata sandi pengguna", user, {}, {})
    return handed


def change_password(user: User, *, current: str, new: str) -> None:
    """Change one's own password, knowing the present one."""
    if not verify_password(current, user.password_hash):
        raise Refused("Kata sandi sekarang tidak cocok.", "current")
    with database.atomic():
        user.password_hash = hash_password(new)
        user.must_change_password = False
        user.save()
        _record(user, "changed-password", "Mengganti kata sandi sendiri", user, {}, {})


def save_unit(actor: Actor, unit: Unit | None, **values: str | int | None) -> Unit:
    """Add a unit, or change one; a unit never comes to lie below itself."""
    code = str(values["code"])
    _check_code(code)
    with database.atomic():
        taken = Unit.get_or_none(Unit.code == code)
        if taken is not None and (unit is None or taken.id != unit.id):
            raise Refused(f"Kode {code} sudah dipakai {taken.name}.", "code")
        before = {} if unit is None else {key: getattr(unit, _column(key)) for key in values}
        _refuse_circle(unit, values.get("parent"))
        saved = unit or Unit()
        for key, value in values.items():
            setattr(saved, key, value)
        saved.save()
        if before and before.get("name") != saved.name:
            unit_renamed.send(saved)
        verb, word = ("edited-unit", "Mengubah") if unit else ("added-unit", "Menambah")
        subject = Subject("unit", saved.id, saved.code)
        changes = diff(before, values)
        record(actor, verb, f"{word} unit {saved.name}", subjects=[subject], changes=changes)
    return saved


def close_unit(actor: Actor, unit: Unit, *, closed: bool) -> None:
    """Close a unit for new work, or open it again; its entries stay."""
    with database.atomic():
        unit.closed_at = clock.now() if closed else None
        unit.save()
        verb, word = ("closed-unit", "Menutup") if closed else ("reopened-unit", "Membuka kembali")
        record(actor, verb, f"{word} {unit.name}", subjects=[Subject("unit", unit.id, unit.code)])


def _check_username(username: str) -> None:
    if not username.isascii() or not username.replace(".", "").replace("-", "").isalnum():
        raise Refused("Nama pengguna hanya huruf, angka, titik dan tanda hubung.", "username")
    if username == "baru":
        raise Refused("Nama “baru” dipakai alamat halaman; pilih nama lain.", "username")
    if User.select().where(User.username == username).exists():
        raise Refused(f"Nama pengguna {username} sudah dipakai.", "username")


def _check_code(code: str) -> None:
    """A code is part of an address."""
    plain = code.isascii() and code.replace(".", "").replace("-", "").isalnum()
    if not plain or code == "baru":
        raise Refused("Kode hanya huruf, angka, titik dan tanda hubung, bukan “baru”.", "code")


def _keep_an_admin(user: User) -> None:
    others = (
        RoleGrant.select()
        .join(User)
        .where(
            RoleGrant.role == Role.ADMIN,
            RoleGrant.revoked_at.is_null(),
            User.disabled_at.is_null(),
            User.id != user.id,
        )
    )
    holds = RoleGrant.select().where(
        RoleGrant.user == user, RoleGrant.role == Role.ADMIN, RoleGrant.revoked_at.is_null()
    )
    if holds.exists() and not others.exists():
        raise Refused("Ini admin terakhir. Tunjuk admin lain lebih dahulu.")


def _refuse_circle(unit: Unit | None, parent_id: str | int | None) -> None:
    above = Unit.get_or_none(Unit.id == parent_id) if parent_id else None
    while above is not None:
        if unit is not None and above.id == unit.id:
            raise Refused("Unit tidak dapat berada di bawah dirinya sendiri.", "parent")
        above = above.parent


def _column(key: str) -> str:
    return "parent_id" if key == "parent" else key


def _details(user: User) -> dict[str, str]:
    return {key: getattr(user, key) for key in DETAILS}


def _record(
    actor: Actor, action: str, summary: str, user: User, before: object, after: object
) -> None:
    subject = Subject("user", user.id, user.username)
    changes = diff(before, after)  # type: ignore[arg-type]  # both are plain dictionaries
    record(actor, action, f"{summary} ({user.username})"[:300], subjects=[subject], changes=changes)
