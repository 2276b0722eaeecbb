"""Shows any kind of record as a form, from its one declaration in models."""
