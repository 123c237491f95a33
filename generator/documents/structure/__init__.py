"""From text to blocks that cover it without a gap, and from blocks to the outline and the metadata."""
