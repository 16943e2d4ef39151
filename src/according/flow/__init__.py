"""The house on one page: load, call the room, save, commit. Nobody else commits."""
