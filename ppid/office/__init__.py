"""The office itself: its name and letterhead, who signs, its numbers and its calendar."""
