"""Changing data files as text: the canonical form, new records, removing and merging records, mending. Values in, values out."""

from generator.authoring.canonical import Formatted, canonical

__all__ = ["Formatted", "canonical"]
