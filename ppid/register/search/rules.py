"""By which rules of words the indexes were made, so that they are made anew when these change.

The number stands in the database's own ``user_version``, written with the indexes themselves.
"""

from importlib.metadata import version
from pathlib import Path
from zlib import crc32

from ppid.db import database
from ppid.register.search import words

LARGEST = 0x7FFF_FFFF


def rules_now() -> int:
    """A number that is another one as soon as ``words`` or the stemmer is; never 0."""
    said = Path(words.__file__).read_bytes() + version("PySastrawi").encode()
    return crc32(said) & LARGEST or 1


def rules_of_index() -> int:
    """The number of the rules by which the indexes were made; 0 where nobody noted it."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def note_rules() -> None:
    """Note that the indexes were made by the rules as they are, in the transaction that did it."""
    database.execute_sql(f"PRAGMA user_version = {rules_now()}")
