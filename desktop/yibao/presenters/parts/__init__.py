"""What every answer is shown with: its shape, its steps, its sources, what weakens them."""
