-- From R8 on these are standard work, not projects (domain.md §5). How words match: see the table.
INSERT INTO exclusion_rule (first_fiscal_year, tools, words, reason, created_change)
SELECT 2026, r.tools, replace(r.words, ';', '
'), r.reason, current_change.id
FROM current_change, (
	SELECT 'gijiroku-ai' AS tools, '文字起こし|文字おこし|反訳|議事録|会議録|記録作成' AS words,
		'議事録AIによる文字起こしは、令和8年度から標準業務です。' AS reason
	UNION ALL SELECT 'genai', '議事録|会議録|会議記録|議事要旨|会議の記録;要約|要旨|まとめ|整文|作成',
		'生成AIによる会議記録の要約は、令和8年度から標準業務です。'
) AS r;
