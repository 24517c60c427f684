"""How an entry stands on a date: derived from facts, never stored (PP 61/2010 Pasal 5–11)."""
