"""What all kinds of messages share: sending, replies, edits, forwards, keyboards, special contents."""
