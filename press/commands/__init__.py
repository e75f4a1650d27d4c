"""The commands of `build.py`: what each takes, and what it says."""
