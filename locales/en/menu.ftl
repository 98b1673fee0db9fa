menu-hello = { $anonymous ->
    [yes] Hello. You answer without a name.
   *[no] Hello, { $name }.
  } How can I help?
menu-btn-profile = My data
