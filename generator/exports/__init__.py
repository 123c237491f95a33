"""Open data under names and fields that others rely on (DESIGN §5): JSON, CSV, workbooks; and small files of single pages."""

from generator.exports.discovery import discovery_files
from generator.exports.explore_files import explore_files
from generator.exports.feeds import feed_files
from generator.exports.json_files import export_files
from generator.exports.open_data import open_data
from generator.exports.redirects import redirect_files

__all__ = ["discovery_files", "explore_files", "export_files", "feed_files", "open_data", "redirect_files"]
