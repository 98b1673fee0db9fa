"""Text and its entities: HTML, both Markdowns, offsets in UTF-16 units, link previews."""
