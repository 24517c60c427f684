"""What a case tells those above it, without knowing them; sent in the same transaction."""

from blinker import Signal

case_moved = Signal("a fact was written in a case: a step completed, returned or ended")
"""Sender: the Case number (str); ``actor``: who did it; ``event``: the Event as written."""
