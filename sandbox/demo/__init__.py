"""A small invented district to play in: the same people and the same season on every machine."""
