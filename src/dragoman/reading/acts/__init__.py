"""Acts: contacts, instruments, ties, stances and projects, out of frames, lists and tables."""
