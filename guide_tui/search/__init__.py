"""Finding: the index, its ranking, and words matched to options."""
