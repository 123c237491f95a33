"""Pages → Markdown text. Everything that is data passes the one escape of :mod:`generator.markdown`."""

from generator.render.configuration import configuration, frame, script_address
from generator.render.page import render_page

__all__ = ["configuration", "frame", "render_page", "script_address"]
