"""What happens by itself: a tick moves due work that services have written into a table."""
