"""What an operator sees of a bot that runs: its log."""
