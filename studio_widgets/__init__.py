"""The building blocks of the PoC apps and guides: what a person sees and touches in a notebook or a Voilà app."""
