"""A module a page: what the address asks, answered by the desk, handed to a template."""
