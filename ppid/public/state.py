"""Which state of the register a public answer was made from."""

from ppid.db import database
from ppid.web.once import read_once

State = tuple[int, int]
_STATE = """SELECT (SELECT coalesce(max(id), 0) FROM audit_record),
(SELECT coalesce(max(id), 0) FROM entry_change)"""


def register_state() -> State:
    """Two numbers of which one grows with every write: the last record of the trail, and the last
    change of the index. What was made from the same state on the same day is still true.
    """
    return read_once("public-state", _read_state)


def _read_state() -> State:
    records, changes = database.execute_sql(_STATE).fetchone()
    return int(records), int(changes)
