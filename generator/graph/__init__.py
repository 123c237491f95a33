"""Linking: the only place where records meet. Everything here is looked up by id and can be missing."""

from generator.graph.graph import Graph, RoleIn
from generator.graph.link import link
from generator.graph.references import Reference, references

__all__ = ["Graph", "Reference", "RoleIn", "link", "references"]
