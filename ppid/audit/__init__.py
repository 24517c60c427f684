"""Who did what, when, and what it changed; written in the transaction that did it."""
