"""Vangnet: a local encrypted vault with which a Dutch primary school keeps children safe."""
