"""What our bot will do by itself, and what it has in its outbox: read for the page of the demo, never written."""
