"""MCP: the desk as tools for assistants, over stdio and HTTP (`dragoman mcp`)."""
