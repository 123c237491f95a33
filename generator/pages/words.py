"""The words that readers see for the values of enumerated fields. They are marked, so pages say them with ``tr(TABLE[key])``."""

from generator.language import mark, markc

PLAN_KINDS = {"outline": mark("规划纲要"), "scheme": mark("分工方案"), "report": mark("政府工作报告")}
UNIT_KINDS = {
    "government": mark("政府部门"),
    "party": mark("党委部门"),
    "congress": mark("人大、政协机关"),
    "court": mark("法院、检察院"),
    "mass-organisation": mark("群团组织"),
    "association": mark("协会"),
    "enterprise": mark("企业"),
    "institution": mark("事业单位和其他机构"),
    "military": mark("军事机关"),
    "group": mark("几个单位的统称"),
}
PLACE_KINDS = {
    "town": mark("镇"),
    "sumu": mark("苏木"),
    "township": mark("乡"),
    "subdistrict": mark("街道"),
    "village": mark("嘎查、村"),
    "locality": mark("地名"),
    "park": mark("园区"),
    "mine": mark("矿区和矿带"),
    "port": mark("口岸"),
    "scenic": mark("景区"),
    "nature": mark("沙漠、湖泊"),
    "outside": mark("外地"),
}
ONE_OF_A_KIND = (
    markc("一个", "政府部门"),
    markc("一个", "党委部门"),
    markc("一个", "人大、政协机关"),
    markc("一个", "法院、检察院"),
    markc("一个", "群团组织"),
    markc("一个", "协会"),
    markc("一个", "企业"),
    markc("一个", "事业单位和其他机构"),
    markc("一个", "军事机关"),
    markc("一个", "几个单位的统称"),
    markc("一个", "镇"),
    markc("一个", "苏木"),
    markc("一个", "乡"),
    markc("一个", "街道"),
    markc("一个", "嘎查、村"),
    markc("一个", "地名"),
    markc("一个", "园区"),
    markc("一个", "矿区和矿带"),
    markc("一个", "口岸"),
    markc("一个", "景区"),
    markc("一个", "沙漠、湖泊"),
    markc("一个", "外地"),
)
"""The kinds above, said of one unit or place: ``trc("一个", UNIT_KINDS[unit.kind])``."""
QUANTITIES = {
    "level": mark("水平"),
    "change": mark("增减"),
    "annual_growth": mark("增长率"),
    "cumulative": mark("累计"),
    "total": mark("总量"),
    "share": mark("比例"),
}
NOTE_KINDS = {
    "contradiction": mark("原文前后不一"),
    "omission": mark("原文没有写"),
    "slip": mark("原文可能有笔误"),
    "uncertain": mark("原文不够明确"),
}
TERM_BASES = {"document": mark("依据文件"), "general": mark("一般常识")}
DIRECTIONS = {"higher": mark("越高越好"), "lower": mark("越低越好"), "none": ""}
FACT_KINDS = {
    "plan": mark("文件信息（标题、文号、日期）"),
    "count": mark("章、节、条目的数量"),
    "name": mark("章节、任务、项目的标题和名称"),
    "role": mark("牵头和参加的单位"),
    "figure": mark("目标和成果的数字、计量单位、年份"),
    "indicator": mark("主要指标"),
}
UPDATE_STATUSES = {
    "not-started": mark("未开始"),
    "under-way": mark("进行中"),
    "on-schedule": mark("达进度"),
    "behind": mark("欠进度"),
    "done": mark("已完成"),
    "stopped": mark("已停止"),
}
"""The same as :data:`generator.model.task.UPDATE_STATUSES`: records know no languages."""
COVERAGE = {
    "headings": markc("几处", "标题"),
    "items": markc("几处", "编号的条目"),
    "rows": markc("几处", "表格的行"),
    "boxes": markc("几处", "专栏"),
    "responsibility": markc("几处", "责任单位行"),
    "figures": markc("几处", "可以核对的数字"),
    "projects": markc("几处", "点名的项目"),
    "paragraphs": markc("几处", "正文的段落"),
}
"""Said with ``trc("几处", …)``."""
TOPIC_GROUPS = (mark("生活"), mark("城乡"), mark("产业"), mark("生态"), mark("治理"))
"""Values of the data; pages say them with ``tr(group)``."""


SEARCH_EXAMPLES = ("骆驼", "养老", "供暖", "修路")
"""What the fields of search show before anything is typed."""
