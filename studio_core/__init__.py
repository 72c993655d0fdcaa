"""The engines of the studio, without any user interface: importable on any node, usable from the command line."""
