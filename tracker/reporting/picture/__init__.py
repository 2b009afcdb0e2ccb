"""How a drawing becomes a page: sizes and colours, places on the page, and matplotlib at the very end."""
