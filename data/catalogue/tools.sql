-- ICTツール as the council paper of Oita prefecture prints them; aliases are further spellings
-- found in sheets, and kana that lists are searched by, one a line.
INSERT INTO tool (code, name, name_en, aliases, position, first_fiscal_year, created_change)
SELECT t.code, t.name, t.name_en, replace(t.aliases, '|', '
'), t.position, 2019, current_change.id
FROM current_change, (
	SELECT 'kintone' AS code, 'kintone' AS name, '' AS name_en, 'キントーン' AS aliases,
		1 AS position
	UNION ALL SELECT 'genai', '生成AI', 'Generative AI',
		'せいせいAI|生成系AI|ChatGPT|Copilot|Microsoft Copilot|Gemini|Claude', 2
	UNION ALL SELECT 'gijiroku-ai', '議事録AI', 'Minutes AI',
		'ぎじろくAI|AI議事録|議事録作成AI|AI文字起こし|文字起こしAI|AI議事録作成支援システム', 3
	UNION ALL SELECT 'graffer', 'Graffer電子申請', 'Graffer online applications',
		'Graffer|グラファー|Grafferスマート申請|でんししんせい', 4
	UNION ALL SELECT 'systems', '各種システム', 'Business systems',
		'業務システム|既存システム|かくしゅシステム', 5
	UNION ALL SELECT 'line-works', 'LINE WORKS', '', 'LINEWORKS|ラインワークス', 6
	UNION ALL SELECT 'logo-chat', 'LoGoチャット', 'LoGo Chat', 'LoGoChat|ロゴチャット', 7
	UNION ALL SELECT 'web-meeting', 'WEB会議', 'Web meetings',
		'ウェブかいぎ|ウェブ会議|オンライン会議|Zoom|Teams|Microsoft Teams|Teams会議|Zoom会議|Webex', 8
	UNION ALL SELECT 'tableau', 'タブロー', 'Tableau', '', 9
	UNION ALL SELECT 'rpa', 'RPA', '', 'RPAツール|WinActor|UiPath', 10
	UNION ALL SELECT 'other', 'その他', 'Other', 'そのた|その他のツール|その他ツール', 11
) AS t;
