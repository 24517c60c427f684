"""What the office tells those above it, without knowing them; sent in the same transaction."""

from blinker import Signal

calendar_changed = Signal("days became, or ceased to be, working days")
"""Sender: a sequence of dates."""

reminder_changed = Signal("the office wants to be reminded earlier or later")
"""Sender: the number of working days."""
