"""A run and its record: settings in, progress on the way, one folder with everything at the end."""
