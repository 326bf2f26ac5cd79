"""The published timeline as a network: one projection, the questions put to it, its formats and its picture. Reads only."""
