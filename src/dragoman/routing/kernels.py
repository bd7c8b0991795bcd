"""Runs the searching code compiled by numba, or plain where compiling would take longer than the answer."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from dragoman.routing import pareto

__all__ = ["compiled", "is_compiled", "jit"]

F = TypeVar("F", bound=Callable[..., Any])


def jit(function: F) -> F:
    """numba's compiler as all kernels here use it: cached on disk, without the GIL, IEEE division."""
    from numba import njit

    try:
        return njit(cache=True, nogil=True, error_model="numpy")(function)  # type: ignore[no-any-return]
    except RuntimeError:
        # No folder to keep compiled code in (a read-only installation without a home): compile each time.
        return njit(nogil=True, error_model="numpy")(function)  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _module() -> types.ModuleType:
    """A copy of :mod:`dragoman.routing.pareto` whose functions are compiled.

    A copy, so that the plain functions stay callable beside it.
    """
    import importlib.util

    # numba keeps its cache beside the file and finds the functions again by the module's name.
    name = "dragoman.routing._pareto_compiled"
    spec = importlib.util.spec_from_file_location(name, pareto.__file__)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    for key, value in list(vars(module).items()):
        if isinstance(value, types.FunctionType):
            setattr(module, key, jit(value))
    return module


def compiled(name: str) -> Callable[..., Any]:
    """A function of :mod:`dragoman.routing.pareto`, compiled (first use: about a second from the cache)."""
    function: Callable[..., Any] = getattr(_module(), name)
    return function


def is_compiled() -> bool:
    """Whether compiled code is already at hand in this process."""
    return bool(_module.cache_info().currsize)
