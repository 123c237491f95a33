"""JSON Schema for editors, made from the records and kept current by a check."""

from generator.schema.files import schemas, stale, write

__all__ = ["schemas", "stale", "write"]
