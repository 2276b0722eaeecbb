"""A school that does not exist, in any size: for trying the program, for screenshots, for tests and for measuring."""
