"""The one place that decides who may read what of whom."""
