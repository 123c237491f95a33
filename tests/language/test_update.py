"""Renewing catalogues: nothing that was translated is lost, nothing that changed is shown unseen."""

from __future__ import annotations

from generator.language.collect import Text
from generator.language.po import read_catalogue
from generator.language.progress import Progress, progress_of
from generator.language.update import contexts, updated

TEXTS = [(Text("全部任务按章排好"), ("a.py",)), (Text("{n}条", counts=True), ("a.py", "b.py")), (Text("增长", "目标"), ())]


def fill(content: bytes, text: str, said: str) -> bytes:
    return content.decode().replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{said}"').encode()


def test_a_new_language_has_every_text_and_none_said() -> None:
    first = updated(TEXTS, "en", None)
    assert progress_of(first) == Progress(3, 0, 0)
    text = first.decode()
    assert '#: a.py b.py\n#, python-brace-format\nmsgid "{n}条"\nmsgid_plural "{n}条"\nmsgstr[0] ""\nmsgstr[1] ""\n' in text
    assert "Plural-Forms: nplurals=2; plural=(n != 1);" in text
    assert "Language: en" in text
    assert "20" not in text, "no date"
    assert contexts(first) == {"", "目标"}
    assert updated(TEXTS, "en", first) == first, "the same again"


def test_translations_stay_through_a_renewal() -> None:
    before = fill(updated(TEXTS, "en", None), "增长", "increase of")
    after = updated([(Text("新的一句"), ("c.py",)), *TEXTS], "en", before)
    assert read_catalogue(after, "en", "x.po")[0].said("增长", "目标") == "increase of"
    assert progress_of(after) == Progress(4, 1, 0)


def test_a_changed_text_keeps_its_translation_for_a_person_to_look_at() -> None:
    before = fill(updated(TEXTS, "en", None), "全部任务按章排好", "All tasks by chapter")
    after = updated([(Text("全部任务按章节排好"), ("a.py",)), *TEXTS[1:]], "en", before)
    assert '#, fuzzy\nmsgid "全部任务按章节排好"\nmsgstr "All tasks by chapter"' in after.decode()
    assert "全部任务按章排好" not in after.decode()
    assert progress_of(after) == Progress(3, 0, 1)
    assert read_catalogue(after, "en", "x.po")[0].said("全部任务按章节排好") == "全部任务按章节排好"


def test_a_language_that_nobody_knows_can_be_written() -> None:
    content = updated(TEXTS, "qq", None)
    assert read_catalogue(content, "qq", "x.po")[1] == []
