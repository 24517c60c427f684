"""The handbook: how the law asks an exclusion to be kept, told page by page."""
