"""What the accounts tell those above them, without knowing them; sent in the same transaction."""

from blinker import Signal

unit_renamed = Signal("a unit bears another name")
"""Sender: the Unit."""
