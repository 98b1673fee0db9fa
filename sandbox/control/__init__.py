"""The control API: what the page, the tests and the bench use to play people."""
