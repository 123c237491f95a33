"""Linking: the only place where records meet. Everything here is looked up by id and can be missing."""

from generator.graph.graph import Graph, RoleIn
from generator.graph.link import link
from generator.graph.references import Reference, references
from generator.graph.retired import redirect_of, retired

__all__ = ["Graph", "Reference", "RoleIn", "link", "redirect_of", "references", "retired"]
