"""What was read, written down as RDF: `article.describe` for one article's graph, `timeline.describe` for the timeline."""
