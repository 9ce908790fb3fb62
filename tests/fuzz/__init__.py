"""Odd input by the million: see `__main__.py`."""
