"""Where answers are kept and how they survive."""
