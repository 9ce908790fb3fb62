"""What a server's admins do in Discord: orders in, by every way there is, and what came of them out.

Whoever comes in is checked each time, whatever Discord showed them, in `office.py` and nowhere else.
"""
