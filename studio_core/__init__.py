"""The engines of the studio, without any user interface: importable on any node, usable from the command line."""

from studio_messages import Catalogue

TEXTS = Catalogue("studio_core")
