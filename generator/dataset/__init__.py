"""From files to records: which file holds what, validation with Chinese messages, and the place of every record."""

from generator.dataset.read import Dataset, Origin, read_dataset
from generator.dataset.translate import translated

__all__ = ["Dataset", "Origin", "read_dataset", "translated"]
