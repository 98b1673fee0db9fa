"""The only place that wires things together. Nobody imports it but the sandbox and the tests."""
