"""Data contracts and the careful reading of files that others wrote."""
