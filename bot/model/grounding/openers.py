"""English words that may begin a sentence, and so are no names for their capital."""

from __future__ import annotations

from typing import Final

_WORDS = """
a about according across after all also although among an and another any approaches are as at authors
because before benchmarks between both but by can compared current data despite do does due during each
either evaluation evaluations every existing experiments extensive few finally first for from further
furthermore given has have how however if in including instead is it its key language large later like many
method methods model models more moreover most multiple neither new no none not of on one only or other our
out over overall paper papers performance previous prior recent research researchers result results second
several similarly since so some specifically studies such tests than that the their then there therefore
these they third this those three through thus to together training two under unlike until using various was
we were what when where which while who why with within without work works yes yet
"""
OPENERS: Final = frozenset(_WORDS.split())
