"""The information desk: what an applicant is told, and the requests that come of it."""
