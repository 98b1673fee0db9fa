"""What arrives outside a window: commands, deep links, buttons under a notification, and whatever nobody expected."""
