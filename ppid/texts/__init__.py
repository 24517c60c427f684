"""The fixed words of papers as data: templates that the office edits, every version kept."""
