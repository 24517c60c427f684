"""Roles of people: who acts in a procedure and who keeps the register."""

from enum import StrEnum


class Role(StrEnum):
    """The roles of the glossary; the value is the code, the label stands on screen."""

    STEERING = "steering"
    SUPERIOR = "superior"
    OFFICER = "officer"
    UNIT_OFFICER = "unit_officer"
    DESK = "desk"
    ADMIN = "admin"
