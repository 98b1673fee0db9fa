"""What only groups have: rights, permissions, topics, who may delete."""
