"""Open data: every record as JSON, under names and fields that others rely on (DESIGN §5)."""

from generator.exports.json_files import export_files

__all__ = ["export_files"]
