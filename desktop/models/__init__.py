"""Pure: records with their form metadata, rules, permissions, errors. No input, no output, no clock."""
