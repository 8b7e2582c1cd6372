"""What is opened over the window for a while: settings, help, about, a failure."""
