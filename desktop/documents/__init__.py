"""PDFs: data in, bytes out."""
