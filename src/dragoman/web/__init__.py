"""Web pages and HTTP API on one port; needs the extra `web`."""
