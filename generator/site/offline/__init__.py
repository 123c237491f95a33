"""A copy of the finished site that opens from disk, search included: pages that name files, scripts without modules, one zip."""

from generator.site.offline.archive import OfflineError, write_copy

__all__ = ["OfflineError", "write_copy"]
