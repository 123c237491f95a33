"""The edge of the program: settings, the staged tree on disk, and the site engine in a process of its own."""
