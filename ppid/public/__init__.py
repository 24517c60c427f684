"""The register as everybody may read it: reviewed wordings, standings, bases; nothing else."""
