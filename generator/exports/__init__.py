"""Open data: every record as JSON, under names and fields that others rely on (DESIGN §5); and the small files of the page of filters."""

from generator.exports.explore_files import explore_files
from generator.exports.json_files import export_files

__all__ = ["explore_files", "export_files"]
