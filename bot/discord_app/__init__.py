"""The assistant in Discord: takes a question out of its envelope and puts the page into another.

Nothing about facts or wording is decided here. The only room that imports `discord`.
"""
