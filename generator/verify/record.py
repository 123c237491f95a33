"""The result of a comparison as the data file that is kept with the plan."""

from __future__ import annotations

import json
from datetime import date

from generator.verify.ledger import Count, Ledger
from generator.verify.passages import Passages
from generator.verify.run import Verified

HEAD = """# yaml-language-server: $schema=../../schema/verification.schema.json
# 由 minggui verify --write 写成，请不要手改；没有收的理由写在 open 的 reason 里，重写时会留着。
"""
LONGEST = 16


def _text(value: str) -> str:
    """Quote for YAML; JSON strings are YAML strings."""
    return json.dumps(value, ensure_ascii=False)


def _aside(count: Count) -> str:
    """The part of the represented that is background, where there is any."""
    pairs = (("background", count.background), ("set_aside", count.set_aside))
    return "".join(f", {name}: {number}" for name, number in pairs if number)


def file_text(passages: Passages, verified: Verified, ledger: Ledger, day: date, reasons: dict[tuple[str, str], str]) -> str:
    """Return ``verification.yml``.

    Args:
        passages: The plan's document.
        verified: What was looked up.
        ledger: What of the document is represented.
        day: The day of the comparison.
        reasons: Why a place is left out, as editors wrote it: (kind, beginning) → reason.
    """
    lines = [HEAD + f"id: {passages.plan}-verification", f"document: {passages.document_id}", f"sha256: {passages.sha256}"]
    lines.append(f"date: {day.isoformat()}")
    lines.append("facts:")
    lines += [f"  - {{kind: {kind}, number: {number}}}" for kind, number in verified.looked_at.items()]
    lines.append(f"differences: {len(verified.differences)}")
    lines.append("coverage:")
    counts = ledger.counts.items()
    lines += [f"  - {{what: {what}, found: {count.found}, represented: {count.represented}{_aside(count)}}}" for what, count in counts]
    lines.append("open:" if ledger.gaps else "open: []")
    for gap in ledger.gaps:
        starts = "".join(gap.text.split())[:LONGEST] or "（空）"
        reason = reasons.get((gap.what, starts))
        said = f", reason: {_text(reason)}" if reason else ""
        lines.append(f"  - {{what: {gap.what}, starts: {_text(starts)}{said}}}")
    return "\n".join(lines) + "\n"
