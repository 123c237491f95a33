"""``python -m generator`` is the same as the ``minggui`` command."""

from generator.cli import main

if __name__ == "__main__":
    main()
