"""Records as flat tables: which columns each kind has, how a cell is written, and how it is read back.

Exports write tables with it; whatever reads an edited table back follows the same rules.
"""

from generator.tables.columns import Column, columns
from generator.tables.files import FILES
from generator.tables.flat import compact, record_of, row_cells
from generator.tables.shape import Group, Leaf, Slot, shape_of

__all__ = ["FILES", "Column", "Group", "Leaf", "Slot", "columns", "compact", "record_of", "row_cells", "shape_of"]
