"""Zip files whose bytes depend on their content and the date of the data only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime

UNIX = 3
READABLE = 0o644 << 16


def stamp(as_of: date) -> datetime:
    """Return the time that stands in archives. The format begins with 1980."""
    return datetime(max(as_of.year, 1980), as_of.month, as_of.day)


def zipped(files: Mapping[str, bytes], as_of: date) -> bytes:
    """Return a zip file of these files, in their order.

    Args:
        files: Name in the archive → content.
        as_of: The date of the data, given to every file.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, stamp(as_of).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = READABLE
            archive.writestr(entry, content)
    return buffer.getvalue()
