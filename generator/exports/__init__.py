"""Open data: every record as JSON, CSV and in workbooks, under names and fields that others rely on (DESIGN §5)."""

from generator.exports.discovery import discovery_files
from generator.exports.json_files import export_files
from generator.exports.open_data import open_data

__all__ = ["discovery_files", "export_files", "open_data"]
