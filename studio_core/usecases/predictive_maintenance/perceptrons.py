"""Several small perceptrons side by side, applied with numpy alone; `network` trains them with torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Features = NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """Several small perceptrons side by side, as arrays.

    Attributes
    ----------
    mean, scale
        Of the features on the training rows, shape (features,).
    weights, biases
        Per layer, shapes (members, in, out) and (members, 1, out).

    """

    mean: Features
    scale: Features
    weights: tuple[Features, ...]
    biases: tuple[Features, ...]

    @property
    def members(self) -> int:
        """How many perceptrons there are."""
        return len(self.weights[0])

    def predict(self, features: Features, member: int | None = None) -> Features:
        """Return the share of the cap that remains, shape (members, rows), or (1, rows) for one `member`."""
        chosen = slice(None) if member is None else slice(member, member + 1)
        hidden = ((features - self.mean) / self.scale)[None]
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            hidden = hidden @ weight[chosen] + bias[chosen]
            if layer < len(self.weights) - 1:
                hidden = hidden / (1 + np.exp(-np.clip(hidden, -60, 60)))
        predicted: Features = hidden[..., 0]
        return predicted

    def arrays(self) -> dict[str, Features]:
        """Return all of it as plain arrays by name."""
        named = {"mean": self.mean, "scale": self.scale}
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            named |= {f"weight.{layer}": weight, f"bias.{layer}": bias}
        return named

    @classmethod
    def from_arrays(cls, named: Mapping[str, Features]) -> Network:
        """Put together what `arrays` returned."""
        layers = range(sum(name.startswith("weight.") for name in named))
        weights, biases = (tuple(named[f"{kind}.{layer}"] for layer in layers) for kind in ("weight", "bias"))
        return cls(named["mean"], named["scale"], weights, biases)

    @classmethod
    def joined(cls, networks: Sequence[Network]) -> Network:
        """Return one network with the members of all, which saw the same features."""
        layers = range(len(networks[0].weights))
        weights = tuple(np.concatenate([network.weights[layer] for network in networks]) for layer in layers)
        biases = tuple(np.concatenate([network.biases[layer] for network in networks]) for layer in layers)
        return cls(networks[0].mean, networks[0].scale, weights, biases)
