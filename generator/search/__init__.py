"""What search knows: one record a page or term, cut the same way here and in the browser, and the words that people type."""

from generator.search.foreign import foreign_words
from generator.search.page import page
from generator.search.records import SearchRecord, search_records
from generator.search.segment import segmented
from generator.search.whole import records_file
from generator.search.words import words_file

__all__ = ["SearchRecord", "foreign_words", "page", "records_file", "search_records", "segmented", "words_file"]
