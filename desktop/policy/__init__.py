"""The plan as content: pages and role tasks, loaded and searched."""
