"""Everything a person sees: a package a feature, a file a window."""
