"""From tokens to one query of a closed list, or a question back, or a reason why not."""
