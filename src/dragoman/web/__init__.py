"""The pages: parse the request, ask the desk, render. Works with scripts off."""
