"""Registers that come from elsewhere, and registers that go out."""
