"""Commands, one group per noun: ``flask database upgrade``, ``flask user add`` …"""

from ppid.cli.database import database_group

COMMANDS = (database_group,)
