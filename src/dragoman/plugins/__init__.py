"""Readers that come with the package but need something besides it, each behind the hooks of everybody."""
