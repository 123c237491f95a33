"""From an official document to a draft plan folder, and from a corrected document to the differences."""

from generator.importing.draft import Draft, draft_plan

__all__ = ["Draft", "draft_plan"]
