from pathlib import Path

from generator.dataset import read_dataset
from generator.dataset.translate import content_texts
from generator.language.collect import Text
from generator.language.update import HEADER, updated
from generator.site.texts import CONTENT_HEADER, renewed_content

TINY = Path(__file__).parent.parent / "tiny"
TEXTS = [(Text("骆驼产业", "topic.name"), ("topic/camel",))]


def head(content: bytes) -> str:
    return content.decode("utf-8").partition('msgid ""')[0]


def commented(header: str) -> str:
    return "".join(f"# {line}\n" for line in header.splitlines())


def test_a_catalogue_keeps_the_head_it_is_written_with() -> None:
    interface = updated(TEXTS, "en", None)
    assert head(interface) == commented(HEADER)
    content = updated(TEXTS, "en", interface, "内容")
    assert head(content) == "# 内容\n"
    assert updated(TEXTS, "en", content, "内容") == content


def test_translations_of_the_data_say_at_their_head_what_they_are(tmp_path: Path) -> None:
    data, _ = read_dataset(TINY)
    path, before, after = renewed_content(tmp_path, data, "en", ("topic",))
    assert (path, before) == (tmp_path / "data/translations/en.po", None)
    assert head(after) == commented(CONTENT_HEADER)
    assert all(f'msgid "{text.message}"'.encode() in after for text, _ in content_texts(data, ("topic",)))
