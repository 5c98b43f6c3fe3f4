"""How good the reading is: scores against gold records, floors, and speed."""
