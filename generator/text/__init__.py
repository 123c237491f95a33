"""Small pure functions about text: nearest names, numbers and years as Chinese readers expect them."""
