"""Reading and checking a project before a command does anything with it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.report import FINDINGS, give_up, show, step, summary
from generator.diagnostics import has_errors
from generator.model.site import Site
from generator.site.project import Project, read_project


def checked(root: Path, form: str, strict: bool) -> tuple[Project, Site]:
    """Read and check; leave with code 1 where something stops a build (settings that cannot be used are an error)."""
    with step("读取并检查数据"):
        project = read_project(root)
    show(project.diagnostics, form)
    click.echo(summary(project.diagnostics), err=True)
    if has_errors(project.diagnostics) or (strict and project.diagnostics):
        sys.exit(FINDINGS)
    if project.site is None:
        give_up("网站设置有误")
    return project, project.site
