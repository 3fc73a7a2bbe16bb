"""The nouns of the subject as frozen data: no input, no output, no other package."""
