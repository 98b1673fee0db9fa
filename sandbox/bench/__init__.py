"""`python -m sandbox.bench`: what a dialog step costs beside a bare echo bot, on this machine, in one run."""
