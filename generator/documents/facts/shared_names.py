"""Names that share words: ``城镇和农村居民人均可支配收入`` is two metrics, ``A、B和C工程`` three projects."""

from __future__ import annotations

import re
from typing import Final

SEPARATOR: Final = re.compile(r"、|和|及其?|与|以及|，|,")
_CONTRASTS: Final = (
    "城镇",
    "农村",
    "农牧区",
    "农村牧区",
    "城市",
    "乡村",
    "城乡",
    "城镇常住",
    "农村常住",
    "农牧民",
    "城镇居民",
    "农村居民",
    "第一产业",
    "第二产业",
    "第三产业",
    "男性",
    "女性",
    "小学",
    "初中",
    "高中",
    "户籍",
    "常住",
)
_PAIRS: Final = {"城乡": ("城镇", "农村")}
_HEADS: Final = re.compile(
    r"(?:全体)?(?:居民)?(?:常住居民)?人均可支配收入$|增加值$|(?:总)?产量$|播种面积$|种植面积$|面积$|覆盖率$"
    r"|普及率$|入园率$|入学率$|参保率$|毛入学率$|处理率$|利用率$|综合利用率$|人数$|总产值$|产值$|收入$"
    r"|[^率，、]{1,6}率$|比重$|占比$|标准$|产能$|装机容量$|总量$|投资$|消费量?$|排放量$|排放总量$|余额$|完好率$|达标率$|合格率$|增速$"
)


def split_metrics(phrase: str, count: int) -> tuple[tuple[str, ...], bool]:
    """Split a noun phrase that names ``count`` metrics.

    Returns:
        The metrics, and whether the split is certain. Where no split gives that count, the whole phrase stands for each.
    """
    for pair, both in _PAIRS.items():
        if count == 2 and pair in phrase and not SEPARATOR.search(phrase):
            return tuple(phrase.replace(pair, one, 1) for one in both), True
    parts = [part for part in SEPARATOR.split(phrase) if part]
    if len(parts) != count:
        return (phrase,) * count, False
    return share_suffix(parts)


def share_suffix(parts: list[str]) -> tuple[tuple[str, ...], bool]:
    """Give the earlier parts the words that only the last one prints: 城镇, 农村居民收入 → 城镇居民收入, 农村居民收入."""
    last = parts[-1]
    if all(_HEADS.search(part) for part in parts[:-1]):
        return tuple(parts), True
    for modifier in sorted(_CONTRASTS, key=len, reverse=True):
        same_kind = all(part in _CONTRASTS and part.endswith("居民") == modifier.endswith("居民") for part in parts[:-1])
        if last.startswith(modifier) and same_kind:
            return (*(part + last[len(modifier) :] for part in parts[:-1]), last), True
    head = _HEADS.search(last)
    if head and head.start() > 0 and not any(_HEADS.search(part) for part in parts[:-1]):
        same_end = [cut for cut in range(1, head.start() + 1) if last[cut - 1] == parts[0][-1]]
        cut = same_end[-1] if same_end else head.start()
        return (*(part + last[cut:] for part in parts[:-1]), last), bool(same_end)
    return tuple(parts), all(len(part) >= 4 for part in parts)
