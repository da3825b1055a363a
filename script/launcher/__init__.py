"""What script/demo, script/test, script/check and script/fix are made of. Standard library only: pip comes later.

Bottom up: console → processes → environment → install | postgres | valkey → demo | tests | checks | fixes.
What a user reads in the terminal is plain Swedish.
"""
