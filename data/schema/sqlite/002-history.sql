-- The triggers that keep the history are made by the program from the tables as they are after the last
-- migration (src/store/history_triggers.c). These raise the counters of table generation.

CREATE TRIGGER unit_insert_counted AFTER INSERT ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER unit_update_counted AFTER UPDATE ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER unit_delete_counted AFTER DELETE ON unit
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'unit';
END;

CREATE TRIGGER problem_type_insert_counted AFTER INSERT ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER problem_type_update_counted AFTER UPDATE ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER problem_type_delete_counted AFTER DELETE ON problem_type
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_insert_counted AFTER INSERT ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_update_counted AFTER UPDATE ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER tool_delete_counted AFTER DELETE ON tool
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'catalogue';
END;

CREATE TRIGGER person_insert_counted AFTER INSERT ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER person_update_counted AFTER UPDATE ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER person_delete_counted AFTER DELETE ON person
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_insert_counted AFTER INSERT ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_update_counted AFTER UPDATE ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER role_grant_delete_counted AFTER DELETE ON role_grant
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_insert_counted AFTER INSERT ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_update_counted AFTER UPDATE ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;

CREATE TRIGGER leader_delete_counted AFTER DELETE ON leader
BEGIN
	UPDATE generation SET value = value + 1 WHERE name = 'people';
END;
