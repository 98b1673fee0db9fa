start-help =
    I am the assistant of the methodical service. Nothing needs to be typed: everything is done with the buttons under the messages.

    Buttons gone? Press “Menu” to the left of the input line and choose “Main menu”.
start-command-menu = Main menu
start-command-mydata = My data
start-command-help = How to use this
