"""Commands, one group per noun: ``flask database upgrade``, ``flask user add`` …"""

from ppid.cli.catalogue import catalogue_group
from ppid.cli.database import database_group
from ppid.cli.unit import unit_group
from ppid.cli.user import user_group

COMMANDS = (
    catalogue_group,
    database_group,
    unit_group,
    user_group,
)
