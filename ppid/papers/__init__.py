"""Papers: plain values in, HTML and PDF out, as officials sign them."""
