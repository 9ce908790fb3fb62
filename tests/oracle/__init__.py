"""A second opinion: what the facts say, worked out without any of the bot's own code, and whether the bot agrees."""
