"""A new site for another region: what ``minggui init`` writes, as values; and newer styles and scripts for one that is there."""

from generator.starting.look import Update, update
from generator.starting.site import Answers, new_site

__all__ = ["Answers", "Update", "new_site", "update"]
