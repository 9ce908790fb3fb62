"""How fast and how forgiving the bot is, measured: `make bench` prints one table."""
