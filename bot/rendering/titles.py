"""Titles as people read them: LaTeX becomes the characters that it stands for."""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex

_SUPERSCRIPTS: Final = dict(zip("0123456789+-=()niT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ", strict=True))
_SUBSCRIPTS: Final = dict(zip("0123456789+-=()aeijkmnoprtuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₜᵤᵥₓ", strict=True))
_SYMBOLS: Final = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "times": "×",
    "cdot": "·", "to": "→", "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "sim": "∼", "approx": "≈",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "pm": "±", "star": "★", "dagger": "†", "circ": "°",
    "ell": "ℓ", "nabla": "∇", "partial": "∂", "in": "∈", "forall": "∀", "exists": "∃", "sqrt": "√", "sum": "∑",
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}",
}  # fmt: skip

_MATHS = lazy_regex(r"\$(?=[^$]*[\\^_{]|[^$\s]{1,3}\$|[^\x00-\x7f])([^$]{1,120})\$")  # and no prices: $5 and $6
_COMMAND = lazy_regex(r"\\([A-Za-z]+|[&%$#_{}])\s?")
_RAISED = lazy_regex(r"(?P<sign>[\^_])(?:\{(?P<group>[^{}]*)\}|(?P<one>[^\s{}]))")
_TEXT = lazy_regex(r"\\(?:text(?:bf|it|sc|tt)?|math(?:rm|bf|cal|bb|it)|emph|operatorname)(?![A-Za-z])\s*")


def plain_title(title: str) -> str:
    """`title` without LaTeX: `SL$^{2}$A` is SL²A, `$L\\_2$` is L₂. What has no character of its own stays as text."""
    return " ".join(_MATHS.sub(lambda found: _plain(found[1]), title).split()) if "$" in title else title


def _plain(maths: str) -> str:
    text = _TEXT.sub("", maths).replace("\\_", "_").replace("\\^", "^")
    text = _COMMAND.sub(lambda found: _SYMBOLS.get(found[1], found[1]), text)
    return _RAISED.sub(_moved, text).replace("{", "").replace("}", "")


def _moved(found: re.Match[str]) -> str:
    """A superscript or subscript, where every character of it has such a form."""
    table = _SUPERSCRIPTS if found["sign"] == "^" else _SUBSCRIPTS
    inner = found["group"] if found["one"] is None else found["one"]
    moved = [table.get(character) for character in inner]
    return "".join(filter(None, moved)) if all(moved) else inner if found["sign"] == "^" else f"_{inner}"
