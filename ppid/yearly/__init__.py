"""The yearly report: figures of requests, objections, disputes and of the register itself."""
