-- How the name of a unit is read, so that it is found by kana and romaji.
ALTER TABLE unit ADD COLUMN reading TEXT NOT NULL DEFAULT '';
