"""The rules of the law, in plain Python: citations, periods, working days, standing, findings."""
