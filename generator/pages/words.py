"""The words that readers see for the values of enumerated fields."""

from generator.model.task import UPDATE_STATUSES as UPDATE_STATUSES

PLAN_KINDS = {"outline": "规划纲要", "scheme": "分工方案", "report": "政府工作报告"}
UNIT_KINDS = {
    "government": "政府部门",
    "party": "党委部门",
    "congress": "人大、政协机关",
    "court": "法院、检察院",
    "mass-organisation": "群团组织",
    "association": "协会",
    "enterprise": "企业",
    "institution": "事业单位和其他机构",
    "military": "军事机关",
    "group": "几个单位的统称",
}
PLACE_KINDS = {
    "town": "镇",
    "sumu": "苏木",
    "township": "乡",
    "subdistrict": "街道",
    "village": "嘎查、村",
    "locality": "地名",
    "park": "园区",
    "mine": "矿区和矿带",
    "port": "口岸",
    "scenic": "景区",
    "nature": "沙漠、湖泊",
    "outside": "外地",
}
QUANTITIES = {
    "level": "水平",
    "change": "增减",
    "annual_growth": "增长率",
    "cumulative": "累计",
    "total": "总量",
    "share": "比例",
}
NOTE_KINDS = {"contradiction": "原文前后不一", "omission": "原文没有写", "slip": "原文可能有笔误", "uncertain": "原文不够明确"}
TERM_BASES = {"document": "依据文件", "general": "一般常识"}
DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "none": ""}
FACT_KINDS = {
    "plan": "文件信息（标题、文号、日期）",
    "count": "章、节、条目的数量",
    "name": "章节、任务、项目的标题和名称",
    "role": "牵头和参加的单位",
    "figure": "目标和成果的数字、计量单位、年份",
    "indicator": "主要指标",
}
COVERAGE = {
    "headings": "标题",
    "items": "编号的条目",
    "rows": "表格的行",
    "boxes": "专栏",
    "responsibility": "责任单位行",
    "figures": "可以核对的数字",
    "projects": "点名的项目",
    "paragraphs": "正文的段落",
}
TOPIC_GROUPS = ("生活", "城乡", "产业", "生态", "治理")

SEARCH_EXAMPLES = ("骆驼", "养老", "供暖", "修路")
"""What the fields of search show before anything is typed."""
