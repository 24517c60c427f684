"""The logo on the letterhead: put there, replaced, taken away; each on record."""

import base64
import hashlib

from ppid import clock
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.office.logo_pictures import read_picture
from ppid.office.models import OfficeLogo

OFFICE = Subject("office", 0, "Pengaturan kantor")


def logo_address() -> str:
    """The logo as a data address, so that pages and papers fetch nothing; empty without one."""
    logo = _standing()
    if logo is None:
        return ""
    return f"data:{logo.media_type};base64,{base64.b64encode(bytes(logo.content)).decode()}"


def put_logo(actor: Actor, uploaded: bytes) -> OfficeLogo:
    """Put this picture on the letterhead, in place of the one before."""
    picture = read_picture(uploaded)
    digest = hashlib.sha256(picture.content).hexdigest()
    with database.atomic():
        before = _withdraw()
        logo = OfficeLogo.create(
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            sha256=digest,
            uploaded_by=actor.id,
            content=picture.content,
        )
        changes = diff({"logo": before and before.sha256}, {"logo": digest})
        record(actor, "put-logo", "Memasang logo kop surat", subjects=[OFFICE], changes=changes)
    return logo


def remove_logo(actor: Actor) -> None:
    """Take the logo off the letterhead; papers already issued keep it."""
    with database.atomic():
        before = _withdraw()
        if before is None:
            raise Refused("Kop surat tidak mempunyai logo.", "logo")
        changes = diff({"logo": before.sha256}, {"logo": None})
        record(actor, "removed-logo", "Melepas logo kop surat", subjects=[OFFICE], changes=changes)


def _standing() -> OfficeLogo | None:
    return OfficeLogo.get_or_none(OfficeLogo.withdrawn_at.is_null())


def _withdraw() -> OfficeLogo | None:
    logo = _standing()
    if logo is not None:
        OfficeLogo.update(withdrawn_at=clock.now()).where(OfficeLogo.id == logo.id).execute()
    return logo
