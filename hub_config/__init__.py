"""The hub: who may come in, and what they may start."""
