-- What a change that took others back has taken back is looked for when it is done again.

CREATE INDEX change_undone ON change (undone_by) WHERE undone_by IS NOT NULL;
