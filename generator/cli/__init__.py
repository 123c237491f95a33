"""The command line: ``minggui check``, ``build``, ``serve``, ``schema``."""

from generator.cli.main import main

__all__ = ["main"]
