"""click's own words in Chinese: headings, the help line, what it says of wrong options.

click looks every word up through ``gettext`` (the name ``_`` in its modules), but only in compiled catalogues that the machine's
language names. This program speaks Chinese on every machine, so the lookup itself is replaced.
"""

from __future__ import annotations

import sys
from typing import Final

import click

WORDS: Final[dict[str, str]] = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这段说明，然后退出。",
    "Show the version and exit.": "显示版本，然后退出。",
    "required": "必须有",
    "deprecated": "不再使用",
    "default: {default}": "不写时：{default}",
    "env var: {var}": "环境变量：{var}",
    "(dynamic)": "（看情况）",
    "Aborted!": "已取消。",
    "Error: {message}": "错误：{message}",
    "Error: invalid input": "错误：写法不对",
    "Error: The two entered values do not match.": "错误：两次写的不一样。",
    "Repeat for confirmation": "再写一次",
    "Do you want to continue?": "要继续吗？",
    "Try '{command} {option}' for help.": "运行“{command} {option}”看说明。",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少 {param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing command.": "请写明做什么。",
    "No such option {name!r}.": "没有 {name} 这个选项。",
    "No such command {name!r}.": "没有 {name} 这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是：{possibilities}？",
    "unknown error": "不明的错误",
    "Could not open file {filename!r}: {message}": "打不开文件 {filename}：{message}",
    "Option {name!r} does not take a value.": "{name} 后面不写值。",
    "Option {name!r} requires an argument.": "{name} 后面要写值。",
    "Option {name!r} requires {nargs} arguments.": "{name} 后面要写 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "{name} 要写 {nargs} 个值。",
    "Got unexpected extra argument ({args})": "多写了：{args}",
    "Got unexpected extra arguments ({args})": "多写了：{args}",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值，只写了 1 个。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值，写了 {len} 个。",
    "Choose from:\n\t{choices}": "可以写：\n\t{choices}",
    "{value!r} is not {choice}.": "“{value}”不是 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在可以写的里面：{choices}。",
    "{value!r} does not match the format {format}.": "“{value}”的写法不对，应写成 2023-06-28 这样。",
    "{value!r} does not match the formats {formats}.": "“{value}”的写法不对，应写成 2023-06-28 这样。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 之内。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”应该是：{states}",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "{name} {filename!r} does not exist.": "没有{name}“{filename}”。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，要的是{name}。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，要的是{name}。",
    "{name} {filename!r} is not readable.": "{name}“{filename}”读不了。",
    "{name} {filename!r} is not writable.": "{name}“{filename}”写不了。",
    "{name} {filename!r} is not executable.": "{name}“{filename}”运行不了。",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash 4.4 以前的版本不能自动补全。",
    "Couldn't detect Bash version, shell completion is not supported.": "看不出 Bash 的版本，不能自动补全。",
}
METAVARS: Final[dict[str, str]] = {
    "text": "文字",
    "directory": "文件夹",
    "文件夹": "文件夹",
    "file": "文件",
    "path": "路径",
    "文件": "文件",
    "路径": "路径",
    "integer": "整数",
    "float": "数字",
    "datetime": "日期",
}
"""What stands behind an option for its value, by click's name of the type."""
_MODULES: Final = ("core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "termui", "types")


def translated(message: str) -> str:
    """Return a message of click in Chinese; one that is not known stays as it is."""
    return WORDS.get(message, message)


def _counted(one: str, many: str, number: int) -> str:
    return translated(one if number == 1 else many)


def speak_chinese(command: click.Command) -> None:
    """Let click speak Chinese in a command and all below it.

    Args:
        command: The outermost command.
    """
    for name in _MODULES:
        module = sys.modules.get(f"click.{name}")
        for word, lookup in (("_", translated), ("ngettext", _counted)):
            if module is not None and hasattr(module, word):
                setattr(module, word, lookup)
    _name_values(command)


def _name_values(command: click.Command) -> None:
    command.options_metavar = "[选项]"
    for parameter in command.params:
        if isinstance(parameter.type, click.Path):
            parameter.type.name = translated(parameter.type.name)
        flag = isinstance(parameter, click.Option) and (parameter.is_flag or parameter.count)
        if parameter.metavar is None and not flag and parameter.type.name in METAVARS:
            words = METAVARS[parameter.type.name]
            parameter.metavar = f"[{words}]..." if parameter.nargs == -1 else words
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]..."
        for inner in command.commands.values():
            _name_values(inner)
