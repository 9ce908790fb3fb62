"""What an operator sees of a bot that runs: its log, its figures and its health."""
