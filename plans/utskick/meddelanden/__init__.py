"""The kinds of message, one file each. `SLAG` lists all that are found in this folder."""

import importlib
import pkgutil

from plans.utskick.meddelandeslag import Meddelandeslag


def _found() -> dict[str, Meddelandeslag]:
    """Find every kind in the folder. The key is the name that its messages store as `slag`."""
    kinds: dict[str, Meddelandeslag] = {}
    for file in pkgutil.iter_modules(__path__, f"{__name__}."):
        for thing in vars(importlib.import_module(file.name)).values():
            if isinstance(thing, type) and issubclass(thing, Meddelandeslag) and thing.__module__ == file.name:
                if thing.namn in kinds:
                    raise ValueError(f"Two kinds of message are named {thing.namn}.")
                kinds[thing.namn] = thing()
    return kinds


SLAG = _found()
