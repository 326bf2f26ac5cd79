"""What was said: from an article to a published graph, and the views on it."""
