"""A demo register of a plainly demo province: every ground, every kind of period, every fault."""
