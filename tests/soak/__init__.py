"""A long run over the stand-in, with everything going wrong now and then: see `__main__.py`."""
