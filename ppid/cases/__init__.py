"""Cases: runs of a procedure over entries, step by step."""
