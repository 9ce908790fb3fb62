"""Text before it has a meaning: folding, tokens, season spellings, similarity."""
