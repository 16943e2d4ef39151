"""Words, names, scripts, numbers, dates, folding: pure functions over text and the data files beside them. Never decides what is true."""
