"""Every model has `om_vem()`: the persons that a row is about. The log names them when access is refused."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class INGEN:
    """Marks a model that is about no person, with the reason: `om_vem = INGEN("a unit of a nämnd")`."""

    skal: str

    def __call__(self) -> list[Any]:
        """No persons."""
        return []
