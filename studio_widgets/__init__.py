"""The building blocks of the PoC apps and guides: what a person sees and touches in a notebook or a Voilà app.

``markup`` turns templates into HTML, ``chart`` draws, ``panel`` and ``slider`` are the two widgets, ``guide`` leads
through steps and exercises; each PoC has a module of its own made of them. The theme is one file, ``static/theme.css``.
"""

from studio_widgets.guide import begin, files_of, run_here
from studio_widgets.machine import where_am_i

__all__ = ["begin", "files_of", "run_here", "where_am_i"]
