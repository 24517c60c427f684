"""Commands, one group per noun: ``flask database upgrade``, ``flask user add`` …"""

from ppid.cli.catalogue import catalogue_group
from ppid.cli.database import database_group
from ppid.cli.demo import demo_group
from ppid.cli.numbers import numbers_group
from ppid.cli.procedures import procedures_group
from ppid.cli.register import register_group
from ppid.cli.reminders import reminders_group
from ppid.cli.requests import requests_group
from ppid.cli.setup import setup_command
from ppid.cli.unit import unit_group
from ppid.cli.user import user_group

COMMANDS = (
    catalogue_group,
    database_group,
    numbers_group,
    procedures_group,
    demo_group,
    register_group,
    reminders_group,
    requests_group,
    setup_command,
    unit_group,
    user_group,
)
