"""Scores by words and likeness by meaning as one score.

Likeness is put on one scale whatever the model: 0 is that of the papers on average, 1 that of the one most like the
query. It is added with a fixed weight, which serves better than ranks do and asks for little to be tuned: Bruch, Gai
and Ingber 2023, "An Analysis of Fusion Functions for Hybrid Retrieval", https://doi.org/10.1145/3596512.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ABOUT, NEAR, ASKED = 0.1, 0.5, 0.2
"""What the paper most like a query has for that, of the best score by words: among papers that are about it, among
those that are near it, and among those that may answer it. Measured: docs/decisions/0013."""

_MOST = 10  # papers that only their likeness finds
_STANDS_OUT = 3.0  # standard deviations above the average: as much as such a paper is like the query at least

Alike = NDArray[np.float32]
"""How alike each paper is to something; nan where that is not known."""


def standard(alike: Alike) -> NDArray[np.float64]:
    """Likeness on the scale of all models, nan where it is not known."""
    known = np.isfinite(alike)
    if not known.any():
        return np.full(len(alike), np.nan)
    values = alike.astype(np.float64)
    average = values[known].mean()
    return np.asarray((values - average) / max(values[known].max() - average, 1e-9))


def fuse(scores: NDArray[np.float64], alike: Alike, papers: NDArray[np.integer], weight: float) -> None:
    """Add to the scores of `papers`. One without vectors has the likeness that these have on average."""
    like = standard(alike)[papers]
    known = np.isfinite(like)
    if weight and known.any():
        like[~known] = like[known].mean()
        scores[papers] += weight * (scores[papers].max(initial=0.0) or 1.0) * np.maximum(like, 0.0)


def standing_out(alike: Alike, allowed: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The papers that are like the query as few are, at most _MOST of those `allowed`."""
    known = alike[np.isfinite(alike)]
    if not len(known):
        return np.zeros(0, np.intp)
    least = known.mean(dtype=np.float64) + _STANDS_OUT * known.std(dtype=np.float64)
    found = np.flatnonzero(allowed & (np.nan_to_num(alike, nan=-1.0) >= least))
    return found[np.argsort(-alike[found], kind="stable")[:_MOST]]
