"""Reading YAML text into plain values with the position of every one of them."""

from generator.source.load import Source, load

__all__ = ["Source", "load"]
