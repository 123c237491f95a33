"""Finding documents by their hash, and passages by their first words."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.diagnostics import Diagnostic, Level
from generator.model.base import Source
from generator.verify import read_sources
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, PLAN_FILE, read_sample, write_sample


def text_of(copy: Copy, starts: str, nth: int | None = None) -> str | None:
    _, passages = read_sample(copy)
    passage = passages.of(Source(starts=starts, nth=nth))
    return passage.text if passage else None


def test_an_item_comes_with_its_responsibility_lines(sample: Copy) -> None:
    text = text_of(sample, "7.渡口安全")
    assert text is not None
    assert text.startswith("7.渡口安全由县应急局")
    assert text.endswith("牵头单位:县应急局")


def test_a_heading_stands_for_itself(sample: Copy) -> None:
    assert text_of(sample, "(一)修路建桥") == "(一)修路建桥"


def test_width_and_spaces_do_not_matter(sample: Copy) -> None:
    assert text_of(sample, "（一） 修路建桥") == "(一)修路建桥"


def test_the_second_place_with_the_same_words(sample: Copy) -> None:
    _, passages = read_sample(sample)
    first, second, fourth = (passages.of(Source(starts="数据提供单位", nth=nth)) for nth in (1, 2, 5))
    assert first is not None
    assert second is not None
    assert first.start < second.start
    assert second.text == "数据提供单位:县民政局"
    assert fourth is None


def test_no_such_place(sample: Copy) -> None:
    assert text_of(sample, "8.没有这一条") is None


def test_passages_are_found_once(sample: Copy) -> None:
    _, passages = read_sample(sample)
    source = Source(starts="7.渡口安全")
    assert passages.of(source) is passages.of(source)


def test_a_document_is_known_by_its_hash_not_its_name(sample: Copy) -> None:
    folder = sample.root / "sources"
    (folder / "deeper").mkdir()
    (folder / "方案.txt").rename(folder / "deeper" / "x.txt")
    (folder / "方案.txt").write_text("另一份文件", encoding="utf-8")
    _, passages = read_sample(sample)
    assert passages.sha256 == hashlib.sha256(DOCUMENT.encode("utf-8")).hexdigest()
    assert (passages.plan, passages.document_id) == ("yunxi-145", "main")


def test_a_plan_without_its_document_is_a_warning(sample: Copy) -> None:
    (sample.root / "sources" / "方案.txt").write_text(DOCUMENT + "改过", encoding="utf-8")
    passages, findings = read_sources(sample.graph(), sample.root / "sources")
    message = "文件夹里没有《云溪县便民规划分工方案》的原文（按 sha256 找），这份规划没有核对"
    digest = hashlib.sha256(DOCUMENT.encode("utf-8")).hexdigest()
    assert passages == {}
    assert findings == [Diagnostic(sample.span(PLAN_FILE, digest), "source-document", message, Level.WARNING)]


def test_hidden_files_are_not_read(sample: Copy) -> None:
    (sample.root / "sources" / "方案.txt").rename(sample.root / "sources" / ".方案.txt")
    passages, findings = read_sources(sample.graph(), sample.root / "sources")
    assert passages == {}
    assert len(findings) == 1


def test_a_part_that_looks_back(tmp_path: Path) -> None:
    text = DOCUMENT.replace("(一)修路建桥", "(一)工作回顾").replace("(二)管好渡口", "(二)夯实发展基础")
    copy = write_sample(tmp_path, text)
    _, passages = read_sample(copy)
    behind, ahead = passages.of(Source(starts="5.修好")), passages.of(Source(starts="7.渡口"))
    assert behind is not None
    assert ahead is not None
    assert (behind.background, ahead.background) == (True, False)


def test_a_passage_inside_a_paragraph_goes_on_to_its_end(sample: Copy) -> None:
    """A paragraph that holds several tasks: 5.修好通村乡道 … 建设白石、黑滩便民码头."""
    text = text_of(sample, "建设白石、黑滩便民码头")
    assert text is not None
    assert text.startswith("建设白石、黑滩便民码头和南溪渡口改造项目。")
    assert text.endswith("全县已建成客运站3座。")


def test_a_beginning_comes_before_what_stands_inside(sample: Copy) -> None:
    assert text_of(sample, "(一)修路建桥") == "(一)修路建桥"
    assert text_of(sample, "县交通局", 2) is None, "a responsibility line is no place for a passage to begin inside"


def test_a_locator_may_say_where_a_passage_ends(sample: Copy) -> None:
    _, passages = read_sample(sample)
    passage = passages.of(Source(starts="5.修好通村乡道", ends="覆盖率达到90%以上。"))
    assert passage is not None
    assert passage.text.endswith("公交覆盖率达到90%以上。")
    assert "码头" not in passage.text
    unfound = passages.of(Source(starts="5.修好通村乡道", ends="没有这几个字"))
    assert unfound is not None
    assert "码头" in unfound.text
