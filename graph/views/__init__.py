"""What people see of the store: queries, the timeline, the exports. Reads only."""
