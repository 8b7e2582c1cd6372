"""From the files of a folder to a store, or to everything that is wrong with them."""
