-- The seal that a snapshot was given when it was frozen, where its tables have been carried over from
-- the form of an older program and were sealed anew; '' = it still has that seal.
ALTER TABLE snapshot ADD COLUMN first_sha256 TEXT NOT NULL DEFAULT ''
	CHECK (first_sha256 = '' OR length(first_sha256) = 64);
