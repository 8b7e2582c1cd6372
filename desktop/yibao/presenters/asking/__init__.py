"""What is asked: the entries as typed, read into an inquiry, and which questions are left."""
