-- Whether somebody typed the periods in this year of an effect line; otherwise they follow 運用開始. Those of
-- before were typed where they are not what 運用開始 gives (domain.md §4): they stay as they are.
ALTER TABLE effect_line ADD COLUMN periods_typed INTEGER NOT NULL DEFAULT 0 CHECK (periods_typed BETWEEN 0 AND 1);

UPDATE effect_line SET periods_typed = 1
FROM (
	SELECT id, CASE
		WHEN operating_from IS NULL OR operating_from < fiscal_year || '-04-01' THEN 12
		WHEN operating_from >= (fiscal_year + 1) || '-04-01' THEN 0
		ELSE 12 - (CAST(substr(operating_from, 6, 2) AS INTEGER) + 8) % 12
	END AS months
	FROM project
) AS start
WHERE start.id = effect_line.project_id AND kind <> 'direct' AND periods_in_year <> CASE period
	WHEN 'month' THEN start.months
	WHEN 'year' THEN start.months > 0
	ELSE (2 * periods_full_year * start.months + 12) / 24
END;
