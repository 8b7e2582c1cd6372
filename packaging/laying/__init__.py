"""The program for Linux: an interpreter of our own, the wheels and the program side by side."""
