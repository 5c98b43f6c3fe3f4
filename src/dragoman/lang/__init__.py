"""Languages as data: what each pack says, loaded once and checked."""
