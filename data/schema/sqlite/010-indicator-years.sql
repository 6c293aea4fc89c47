-- What the months of a year come to: the latest one (rates, heads) or their sum.
ALTER TABLE indicator ADD COLUMN yearly TEXT NOT NULL DEFAULT 'last' CHECK (yearly IN ('last', 'sum'));
