"""The only room that knows which messenger it is."""
