"""An invented case: files as a user would have them, decisions for the demonstration, and facts marked by hand. No code."""
