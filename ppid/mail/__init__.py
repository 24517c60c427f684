"""Mail to the posts of the office: written in the transaction of an act, sent beside requests."""
