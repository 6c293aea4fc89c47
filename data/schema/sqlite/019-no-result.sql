ALTER TABLE project ADD COLUMN no_result_reason TEXT NOT NULL DEFAULT '';
