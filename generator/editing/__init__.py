"""The way back of tables: an exported table that was edited in a spreadsheet becomes a reviewable change of the data files.

Text and table in, text and diagnostics out; the command line reads and writes.
"""

from generator.editing.kinds import KNOWN
from generator.editing.reading import read_table
from generator.editing.review import Review, difference, review, words
from generator.editing.table import Table

__all__ = ["KNOWN", "Review", "Table", "difference", "read_table", "review", "words"]
