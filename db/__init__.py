"""Tables, the queries over them and their migrations. Nothing here decides anything."""
