"""Long work: asked for in a request, done beside it, its progress told on a page."""
