"""What did I write? The journal's files, read strictly and forgivingly at once, and who is who in them."""
