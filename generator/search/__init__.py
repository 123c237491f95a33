"""What search knows: one record a page or term, cut the same way here and in the browser, and the words that people type."""

from generator.search.page import page
from generator.search.records import SearchRecord, search_records
from generator.search.segment import segmented
from generator.search.whole import records_file
from generator.search.words import titles_of, values_of, words_file

__all__ = ["SearchRecord", "page", "records_file", "search_records", "segmented", "titles_of", "values_of", "words_file"]
