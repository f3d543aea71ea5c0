"""What users have, as recordings: the ids of buttons, the commands, the databases, the console's text, the JSON.

`python -m tests.recorded` writes them anew, so that a change to any of them shows as a difference to look at.
"""
