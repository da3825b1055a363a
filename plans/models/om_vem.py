"""Every model answers `om_vem()`: the persons that a row is about. The log names them when something is refused."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class INGEN:
    """About nobody, and why: `om_vem = INGEN("a unit of a nämnd")`."""

    skal: str

    def __call__(self) -> list[Any]:
        """No persons."""
        return []
