"""The parts of script/demo, test, check, fix, bilder and mutanter. Standard library only: pip comes later.

Bottom up: console → processes → environment → install | postgres | valkey → demo | tests | checks | fixes | bilder |
mutanter. `photos` and `pixels` of bilder, and `mutanter_worker`, run on the packages in .venv.
What a user reads in the terminal is plain Swedish.
"""
