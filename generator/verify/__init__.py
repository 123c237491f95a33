"""Data against the official documents: what does not stand there, and what of them no record represents."""

from generator.verify.ledger import Ledger, ledger_of
from generator.verify.originals import originals_of
from generator.verify.passages import Passages, read_sources
from generator.verify.record import file_text
from generator.verify.run import Verified, verify

__all__ = ["Ledger", "Passages", "Verified", "file_text", "ledger_of", "originals_of", "read_sources", "verify"]
