"""What happens to every update before it reaches a handler."""
