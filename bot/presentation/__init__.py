"""From answers to pages: refusals in sentences, sources as citations, colours."""
