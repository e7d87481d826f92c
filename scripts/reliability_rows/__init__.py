"""The rows of the table of reliability, each a function that tries a promise."""
