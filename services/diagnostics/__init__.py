"""Self-diagnostics and subject tests: attempts, their results, and to whom a result is opened."""
