"""A reader of Chinese official documents: from a file's bytes to blocks, outline and facts, each with its place.

:mod:`~generator.documents.containers` turns files into text, :mod:`~generator.documents.structure` cuts the text into
blocks and builds the outline, :mod:`~generator.documents.responsibility` reads who is to do what, and
:mod:`~generator.documents.facts` what is promised, measured and named.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.documents.blocks import Block, Division, Document, Metadata
from generator.documents.containers import Raw, read_bytes
from generator.documents.facts.commitments import Commitment, find_commitments
from generator.documents.facts.project_lists import ProjectFinding
from generator.documents.facts.projects import find_projects
from generator.documents.responsibility.roles import RoleFinding, declares_first_is_lead, find_roles
from generator.documents.structure.paragraphs import paragraph_of
from generator.documents.structure.read import read_text


def read_document(data: bytes, name: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read a document of any supported kind.

    Args:
        data: The whole file: plain text, web page, .docx or PDF with text.
        name: Its name, for diagnostics.

    Returns:
        The document, or None with one error that says why it cannot be read.
    """
    raw, findings = read_bytes(data, name)
    if raw is None:
        return None, findings
    return read_text(raw.text, name, raw.pairs, raw.headings, raw.tables), findings


__all__ = [
    "Block",
    "Commitment",
    "Division",
    "Document",
    "Metadata",
    "ProjectFinding",
    "Raw",
    "RoleFinding",
    "declares_first_is_lead",
    "find_commitments",
    "find_projects",
    "find_roles",
    "paragraph_of",
    "read_bytes",
    "read_document",
    "read_text",
]
