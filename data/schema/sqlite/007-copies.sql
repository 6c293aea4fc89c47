-- Which projects were copied from one: few have been.
CREATE INDEX project_copied ON project (copied_from) WHERE copied_from <> '';
