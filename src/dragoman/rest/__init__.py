"""REST: the desk over HTTP, below ``/api/v1`` of the pages or by itself (`dragoman api`)."""
