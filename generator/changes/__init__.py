"""What changed between two editions of the data, record by record: found, said in words, kept as dated files."""

from generator.changes.compare import Difference, compare
from generator.changes.record import file_text, kept
from generator.changes.words import Told, tell

__all__ = ["Difference", "Told", "compare", "file_text", "kept", "tell"]
