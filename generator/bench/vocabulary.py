"""Words from which synthetic text is put together: a short list of frequent ones, and a long tail of made-up pairs of characters.

Nothing here is taken from a document. The frequent words are what any plan says; the tail gives text as many different characters and
pairs of characters as real text has, which is what an index grows by (``tests/bench/test_prose.py`` holds the two together).
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from random import Random
from typing import Final


def words(*lines: str) -> tuple[str, ...]:
    """Cut lines into words.

    Args:
        lines: Words divided by spaces.
    """
    return tuple(" ".join(lines).split())


VERBS: Final = words(
    "建设 推进 完善 加强 提升 发展 开展 支持 改造 培育 推动 保护 扩大 实施 健全 落实 引导 鼓励 修复 治理 服务 管理 培训 引进 改善",
    "优化 新建 扩建 整治 推广 保障 规范 补齐 打通 配齐 整合 清理 监测 巡查 公开 评估 检修 更新 种植 养殖 加工 销售 运输 检测 回收",
    "储备 供应 帮扶 救助 照护 接送 登记 预约 减免 奖励 补贴 招引 对接 试点 铺设 绿化 硬化 亮化 疏通 加固 防护 宣传 举办 申报 评选",
    "结对 回访 核查",
)
NOUNS: Final = words(
    "企业 服务 产业 项目 平台 基地 设施 技术 教育 人才 产品 体系 居民 文化 旅游 生态 市场 机制 园区 农田 草原 道路 医院 学校 社区",
    "老人 儿童 牧民 农户 商户 工厂 仓库 物流 能源 光伏 风电 水库 管网 污水 垃圾 公园 广场 图书 体育 养老 托育 就业 创业 医保 药品",
    "疫苗 家庭 合作社 品牌 标准 质量 数据 网络 窗口 热线 档案 牛羊 饲草 种子 肥料 果蔬 粮食 冷库 乳品 肉类 皮毛 药材 树苗 林带",
    "湿地 沙地 河道 堤坝 桥梁 车站 公交 停车场 充电桩 路灯 供热 燃气 供水 电网 住房 小区 楼道 电梯 消防 应急 地震 气象 矿山 化工",
    "建材 机械 车间 设备 工艺 科研 专利 课程 教师 学生 宿舍 食堂 操场 实训 岗位 工资 社保 低保 残疾人 妇女 青年 志愿者 军人 村委会",
    "党员 干部 法律 调解 治安 交通 宽带 基站 软件 展览 演出 遗址 博物馆 民俗 手工 电商 直播 集市 餐饮 民宿 景区 线路 金融 贷款",
    "保险 税费 审批 证照 信用 合同 采购 预算",
)
MODIFIERS: Final = words(
    "重点 公共 基层 特色 现代 绿色 智慧 优质 全域 城乡 农村 乡镇 民生 高效 安全 便民 开放 综合 专业 数字 中小 老旧 新型 骨干 龙头",
    "集中 分散 季节 长期 免费 普惠 定点 流动 联合 统一 分类 日常 冬季 夜间 沿线 周边 偏远 边境 闲置 破损 零散 本地 外来 青少年",
    "一线 关键 基础",
)
ADVERBS: Final = words("逐步 优先 全面 继续 尽快 同步 统筹 积极 有序 分批 稳步 严格 主动 深入 共同 及时 重新 率先 就近 按月")
MEASURES: Final = ("%", "个", "万亩", "亿元", "万吨", "人", "处", "公里", "家", "条", "所", "平方米", "万千瓦", "座", "项", "万元")

TAIL, USUAL = 60_000, 3_000
"""How many made-up words there are, and how many of them are usual ones."""
CHARACTERS: Final = 1_700
"""Of the 3,755 common characters, how many text is written with: real plans of this size use some 1,850."""


@cache
def characters() -> tuple[str, ...]:
    """Return common characters in a fixed order that means nothing, the first to be used most.

    They are the first level of GB 2312, which the codec knows, so that no list has to be kept.
    """
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    found = [code.decode("gb2312", errors="ignore") for code in codes]
    known = [character for character in found if character]
    Random("characters").shuffle(known)  # noqa: S311 - data for a benchmark
    return tuple(known[:CHARACTERS])


@cache
def tail() -> tuple[str, ...]:
    """Return the made-up words, each a pair of characters."""
    chance = Random("tail")  # noqa: S311 - data for a benchmark
    known = characters()

    def one() -> str:
        return known[int(len(known) ** chance.random()) - 1] if chance.random() < 0.5 else known[int(len(known) * chance.random())]

    return tuple(one() + one() for _ in range(TAIL))


@cache
def weights(number: int) -> tuple[float, ...]:
    """Return cumulative weights by which the n-th of so many words is drawn less often the later it stands.

    Args:
        number: How many words there are.
    """
    return tuple(accumulate(1 / (rank + 12) ** 0.9 for rank in range(number)))


def drawn(chance: Random, words: tuple[str, ...]) -> str:
    """Draw one of the frequent words, the first ones more often.

    Args:
        chance: Where randomness comes from.
        words: The words in the order of how frequent they are.
    """
    return chance.choices(words, cum_weights=weights(len(words)))[0]


def usual(chance: Random) -> str:
    """Draw one of the usual made-up words, the first ones more often.

    Args:
        chance: Where randomness comes from.
    """
    return tail()[int(USUAL * chance.random() ** 2.2)]


def rare(chance: Random) -> str:
    """Draw a made-up word that hardly any other text has.

    Args:
        chance: Where randomness comes from.
    """
    return tail()[USUAL + int((TAIL - USUAL) * chance.random() ** 2)]
