"""What a figure is: frozen values, with no input or output."""
