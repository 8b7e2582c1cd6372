"""What every room of the window is made with: look, labels, icons, layouts, small widgets."""
