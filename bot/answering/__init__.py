"""From a query to an answer: facts only, no Discord, no terminal."""
