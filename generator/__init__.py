"""Minggui: structured data about Chinese government plans, turned into a public interpretation site.

The way of data, stage by stage: :mod:`generator.source` reads YAML with positions, :mod:`generator.dataset`
makes records of it, :mod:`generator.graph` links them, :mod:`generator.checks` looks for what is wrong,
:mod:`generator.pages` and :mod:`generator.exports` say what is published, :mod:`generator.render` writes Markdown
and :mod:`generator.site` stages it and runs the site engine. :mod:`generator.cli` is the command line.
"""

__version__ = "0.1.0"
