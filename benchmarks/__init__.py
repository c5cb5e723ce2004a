"""What it costs and how well it reads: each module is a command whose last line is JSON."""
