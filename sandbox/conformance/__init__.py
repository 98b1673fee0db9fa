"""What clients that nobody here wrote say about the sandbox: their own tests, and bots made with them.

Their code is fetched at run time into var/conformance and never becomes part of this repository.
"""
