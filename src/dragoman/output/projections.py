"""From degrees to paper: two map projections.

`natural_earth` is for the whole world, `plate` for a part of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Projection", "natural_earth", "plate"]

Points = NDArray[np.float64]
Projection = Callable[[Points], Points]
"""(n, 2) longitudes and latitudes [deg] to (n, 2) plane coordinates, y upward, about radians in scale."""

# Polynomials of the Natural Earth projection: Savric, Jenny, Patterson, Petrovic and Hurni, "A polynomial equation
# for the Natural Earth projection", Cartography and Geographic Information Science 38(4), 2011.
_X = (0.8707, -0.131979, -0.013791, 0.003971, -0.001529)
_Y = (1.007226, 0.015085, -0.044475, 0.028874, -0.005916)


def natural_earth(points: Points) -> Points:
    """The Natural Earth projection, a compromise made for world maps."""
    lon, lat = np.radians(points[:, 0]), np.radians(points[:, 1])
    p2 = lat * lat
    p4 = p2 * p2
    x = lon * (_X[0] + p2 * (_X[1] + p2 * (_X[2] + p4 * p2 * (_X[3] + p2 * _X[4]))))
    y = lat * (_Y[0] + p2 * (_Y[1] + p4 * (_Y[2] + p2 * (_Y[3] + p2 * _Y[4]))))
    return np.column_stack((x, y))


def plate(standard: float) -> Projection:
    """The equidistant cylindrical projection, true to scale along a parallel.

    Parameters
    ----------
    standard : float
        Latitude of that parallel [deg].
    """
    narrow = math.cos(math.radians(standard))

    def project(points: Points) -> Points:
        radians = np.radians(points)
        return np.column_stack((radians[:, 0] * narrow, radians[:, 1]))

    return project
