"""Files in messages: uploads, albums, thumbnails, stickers' input, profile photos."""
