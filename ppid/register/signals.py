"""What the register tells those above it, without knowing them; sent in the same transaction."""

from blinker import Signal

determination_issued = Signal("a determination was issued here")
"""Sender: the Determination; ``actor``: who issued it. Not sent for papers recorded afterwards."""
