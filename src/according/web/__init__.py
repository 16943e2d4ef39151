"""Screens on this machine: a case's pages behind a one-time token, for the user who opened them and nobody else."""
