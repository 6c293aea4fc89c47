-- What a course is: held where, how long, for whom.
ALTER TABLE course ADD COLUMN form TEXT NOT NULL DEFAULT 'in-person'
	CHECK (form IN ('in-person', 'online', 'e-learning'));
ALTER TABLE course ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0);
ALTER TABLE course ADD COLUMN audience TEXT NOT NULL DEFAULT 'leaders'
	CHECK (audience IN ('leaders', 'heads', 'everyone'));
