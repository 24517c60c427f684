"""The picture that an office uploads for its letterhead, read and made anew."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ppid.errors import Refused

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

LIMIT = 1_000_000
LARGEST = 4_000
LEAST = 60
KEPT = 420  # 21 mm on paper at some 500 dots to the inch
SMOOTH = {"L", "LA", "RGB", "RGBA"}  # kinds of pixels that can be made fewer as they are
HEAVY = 120_000  # a photograph: JPEG keeps it small, as every issued paper carries it


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept: nothing but its pixels."""

    media_type: str
    width: int
    height: int
    content: bytes


def read_picture(uploaded: bytes) -> Picture:
    """The picture in a PNG or JPEG file of at most 1 MB, made anew from its pixels.

    What else rides along in the file (comments, places, scripts, a second file) is left behind.
    Refused with the field ``logo``.
    """
    if len(uploaded) > LIMIT:
        raise _refusal("Berkas ini lebih besar dari 1 MB")
    from PIL import Image, ImageOps  # noqa: PLC0415 - slow to load, for uploads only

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(uploaded), formats=("PNG", "JPEG")) as image:
            _check_size(*image.size)
            upright = ImageOps.exif_transpose(_small(image)).convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, *bombs) as error:
        raise _refusal("Berkas ini tidak dapat dibaca sebagai gambar") from error
    ground = Image.new("RGBA", upright.size, "white")
    return _kept(Image.alpha_composite(ground, upright).convert("RGB"))


def _small(image: "Pixels") -> "Pixels":
    """As large as it is kept, before anything makes another copy of all its pixels."""
    image.draft("RGB", (2 * KEPT, 2 * KEPT))
    small = image if image.mode in SMOOTH else image.convert("RGBA")
    small.thumbnail((KEPT, KEPT))
    return small


def _kept(image: "Pixels") -> Picture:
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    if len(made.getvalue()) <= HEAVY:
        return Picture("image/png", image.width, image.height, made.getvalue())
    made = io.BytesIO()
    image.save(made, "JPEG", quality=90)
    return Picture("image/jpeg", image.width, image.height, made.getvalue())


def _check_size(width: int, height: int) -> None:
    """By the file's own head, before a pixel is unpacked."""
    if min(width, height) < LEAST or max(width, height) > LARGEST:
        told = f"Gambar ini {width} × {height} piksel"
        raise Refused(
            f"{told}. Pakai gambar {LEAST} sampai {LARGEST} piksel pada setiap sisinya.", "logo"
        )


def _refusal(told: str) -> Refused:
    return Refused(f"{told}. Unggah gambar PNG atau JPEG, paling besar 1 MB.", "logo")
