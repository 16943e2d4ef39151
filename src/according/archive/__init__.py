"""The database: facts in, facts and findings out, always through a Viewer. Only this room and `web` know Django."""
