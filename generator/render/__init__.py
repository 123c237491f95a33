"""Pages → Markdown text. Everything that is data passes the one escape of :mod:`generator.markdown`."""

from generator.render.configuration import configuration
from generator.render.page import render_page

__all__ = ["configuration", "render_page"]
