"""The register: entries, what determinations say of them, and how they stand on a date."""
