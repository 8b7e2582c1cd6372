"""更新规定: packs found on a stick, looked into, taken, and gone back from."""
