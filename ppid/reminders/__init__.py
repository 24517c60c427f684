"""What each post is reminded of by mail: deadlines of requests, entries and cases, once a day."""
