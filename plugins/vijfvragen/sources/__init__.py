"""Files to model: everything an author writes, with all its problems found in one run."""
