"""The cost of a build of any size: an invented project, led through the whole build with a clock beside it."""
