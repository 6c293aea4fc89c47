-- In which role somebody made a change: the id of domain.md §1, "" where it is not known.
ALTER TABLE change ADD COLUMN role TEXT NOT NULL DEFAULT '';
