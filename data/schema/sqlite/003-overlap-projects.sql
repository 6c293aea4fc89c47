-- A clearance holds for the projects it was given for: one that claims the same work later opens the
-- question anew.
ALTER TABLE overlap_clearance ADD COLUMN projects TEXT NOT NULL DEFAULT ''; -- R7-0023,R7-0175
