"""Flask glue without a word of the domain."""
