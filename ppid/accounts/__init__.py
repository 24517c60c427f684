"""People: units, users, their roles, and how they sign in."""
