"""The use cases: what a view or the command line may ask for. No Qt, no SQL, no PDF layout."""
