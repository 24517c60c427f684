"""Commands, one group per noun: ``flask database upgrade``, ``flask user add`` …"""

from ppid.cli.database import database_group
from ppid.cli.unit import unit_group
from ppid.cli.user import user_group

COMMANDS = (
    database_group,
    unit_group,
    user_group,
)
