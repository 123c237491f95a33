"""What a page adds around a document: navigation, share bars, print buttons, download lines, disclaimers, page numbers.

Forms collected from the portals of provinces, cities and counties and from download sites. A pattern is either plain
(whatever its place, no document says this) or weak (a word that a document may also use: only where it is the whole
line, at the head or foot of the page).
"""

from __future__ import annotations

import re
from typing import Final, Literal

Where = Literal["head", "body", "foot"]
"""Before the title, inside the document, behind its last paragraph."""

LONGEST: Final = 160
"""Furniture is short; longer lines are text."""

PLAIN: Final = re.compile(
    r"^(?:"
    r"(?:您)?(?:当前|现在|目前)?的?(?:所在)?(?:的)?位置\s*[:：]|(?:您|你)(?:当前|现在|目前)?(?:所在)?的?位置|"
    r"首\s*页\s*(?:>|》|›|»|/|-&gt;|→|\|)|[>›»]\s*\S|"
    r"设为首页|加入收藏|返回(?:顶部|首页|上一页|列表)|回到顶部|无障碍|长[辈者]版|关怀版|进入适老|繁[體体]|手机版|"
    r"[【\[（(]?\s*字\s*[号體体]\s*(?:大小)?\s*[:：】\]]|字体大小|[【\[（(]\s*(?:大\s*中\s*小|打印|关闭|收藏|返回)|视力保护色|背景色|"
    r"(?:扫一扫|扫描二维码|微信扫|打开微信|用微信).{0,30}|.{0,10}在手机(?:上)?打开(?:当前|本)页.{0,10}|"
    r"(?:我要)?(?:分享|转发)(?:到|至|本文|文章)?\s*[:：]|分享到|(?:一键)?分享\s*(?:微信|微博|QQ)|"
    r"(?:打印|关闭|收藏)(?:本|此)?(?:页|文|页面|窗口)|(?:打\s*印|关\s*闭|收\s*藏|复\s*制)(?:\s*[\|/·、]?\s*(?:打\s*印|关\s*闭|收\s*藏|复\s*制))+$|"
    r"[-·•\s]*(?:浏览|阅读|访问|点击|人气)\s*(?:次数|量|数|率)?\s*[:：]|"
    r"责任编辑|责\s*编\s*[:：]|编\s*辑\s*[:：]|编\s*审\s*[:：]|审\s*核\s*[:：]|初\s*审\s*[:：]|作\s*者\s*[:：]|供\s*稿|(?:信息|文章|稿件)?来\s*源\s*[:：]|"
    r"[^|]{0,70}记者[\s\u3000]*[^，。；]{2,14}[\s\u3000]*摄$|"
    r"温馨提示|免责声明|版权声明|声\s*明\s*[:：]|特别声明|郑重声明|"
    r"(?:文件|附件|原文|PDF版?|Word版?|全文)\s*(?:下载|预览)|点击(?:下载|查看|预览)|下载(?:附件|文件|地址)|"
    r"(?:政策|文件|图文|视频|相关)?解读\s*[:：]|(?:相关|关联|延伸)(?:文件|文章|信息|链接|阅读|解读|稿件|政策)\s*[:：]?|(?:上|下)一[篇条]\s*[:：]|"
    r"(?:主办|承办|主管|技术支持|建设维护|运行维护)(?:单位)?\s*[:：].{0,60}(?:政府|办公室|公司|中心|局|数据)|"
    r"版权所有|Copyright|©|网站标识码|政府网站|网站地图|联系我们|友情链接|纠错|我要纠错|"
    r".{0,10}ICP备|.{0,10}公网安备|不良信息举报|"
    r"\S{0,60}[\s　]*[【\[]?(?:下载附件|点击下载|附件下载)[】\]]?$|"
    r"(?:附\s*件\s*[0-9一二三四五六]*\s*[:：]?\s*)?\S{1,90}\.(?:pdf|docx?|wps|xlsx?|ofd|zip|rar)(?:\s|$|[（(【\[])"
    r")",
    re.IGNORECASE,
)
WEAK: Final = re.compile(
    r"^(?:加大|减小|还原|放大|缩小|默认|全屏|字体|[】\]）)>›»]+|阅读量|\S{0,6}(?:要闻|头条)|相关链接>*|相关附件>*|首\s*页|收\s*藏|分\s*享|打\s*印|关\s*闭|详\s*情|正\s*文|大|中|小|大\s*中\s*小|T\+?|简介|附件|下载|登录|注册|搜索|导航|菜单|听全文|语音播报|返回|更多.{0,2}|"
    r"(?:网站)?首页\s*(?:[|｜·]\s*\S{1,10}\s*)+|[|｜·\-—_=*]+|\S{2,10}(?:网|平台|系统)|(?:政务|政府|信息)(?:公开|服务)(?:网|目录|指南|平台)?|"
    r"互动交流|走进\S{1,6}|新闻中心)$"
)
PAGE_NUMBER: Final = re.compile(
    r"^(?:[-—–－·\s]*[0-9０-９]{1,4}[-—–－·\s]*|第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4})$"
)
PUBLIC_MARK: Final = re.compile(
    r"^[（(]\s*(?:此件|本件|此文|此件)?\s*(?:主动|依申请|公开|不予).{0,6}(?:公开|发布)?\s*[）)]$|^[（(]此件.{0,12}[）)]$"
)
ENDLESS: Final = re.compile(
    r"^(?:温馨提示|免责声明|版权声明|特别声明|郑重声明|网站声明|声\s*明\s*[:：]|(?:相关|热门|推荐|最新)(?:文章|资讯|新闻|下载|推荐|阅读)\s*[:：]?$)"
)
"""From here on nothing belongs to the document any more, when it stands behind its end."""


def is_furniture(words: str, where: Where) -> bool:
    """Say whether a line is the page's, not the document's.

    Args:
        words: The line without white space at its ends.
        where: Weak words count at the head and foot only.
    """
    if not words or len(words) > LONGEST:
        return False
    if PAGE_NUMBER.match(words) or PLAIN.match(words):
        return not (where == "body" and words.endswith(("。", "；")))
    return where != "body" and bool(WEAK.match(words))


def is_public_mark(words: str) -> bool:
    """Say whether a line is the mark under a signature, such as （此件公开发布）."""
    return len(words) < 24 and bool(PUBLIC_MARK.match(words))


def ends_the_document(words: str) -> bool:
    """Say whether everything from this line on is the page's (tips and disclaimers of download sites)."""
    return len(words) < LONGEST and bool(ENDLESS.match(words))
