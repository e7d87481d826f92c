"""The release of the command that the wheel carries."""

VERSION = "0.1.0"
