"""Where queries from outside are evaluated: worker processes that may be killed, and the guard before them."""
