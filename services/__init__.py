"""What the methodical service knows and decides. No messenger, no wording, no commits, no clock of its own."""
