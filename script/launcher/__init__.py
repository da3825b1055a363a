"""The parts of script/demo, test, check, fix and bilder. Standard library only: pip comes later.

Bottom up: console → processes → environment → install | postgres | valkey → demo | tests | checks | fixes | bilder.
Of bilder, `photos` and `pixels` run on the packages in .venv.
What a user reads in the terminal is plain Swedish.
"""
