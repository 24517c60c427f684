"""The engine of procedures, in plain Python: steps as data, facts in, statuses out."""
