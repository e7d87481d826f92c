"""The parts of scripts/head-to-head: the hostile set, the tools, the table."""
