"""The catalogue of legal bases: regulations, their provisions, and what became of them."""
