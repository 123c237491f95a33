"""Who is responsible, in which part, and until when, read from a passage."""
