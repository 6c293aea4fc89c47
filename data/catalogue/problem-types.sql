-- 課題類型 as the council paper of Oita prefecture prints them; aliases are shorter names and kana
-- that lists are searched by, one a line.
INSERT INTO problem_type (code, name, name_en, aliases, position, first_fiscal_year,
	created_change)
SELECT t.code, t.name, t.name_en, replace(t.aliases, '|', '
'), t.position, 2019, current_change.id
FROM current_change, (
	SELECT '1' AS code, '紙・手作業・旧システム依存による業務非効率' AS name,
		'Inefficiency from paper, manual work and old systems' AS name_en,
		'紙・手作業|かみ・てさぎょう' AS aliases, 1 AS position
	UNION ALL SELECT '2', '文書・資料作成・情報整理の負担',
		'Burden of writing documents and sorting information', '文書・資料作成|ぶんしょ・しりょうさくせい', 2
	UNION ALL SELECT '3', '情報連携・共有・調整の非効率',
		'Inefficient sharing of information and coordination', '情報連携・共有・調整|じょうほうれんけい・きょうゆう・ちょうせい', 3
	UNION ALL SELECT '4', '業務プロセス・フローの煩雑さ',
		'Cumbersome processes and workflows', '業務プロセス・フロー|ぎょうむプロセス・フロー', 4
	UNION ALL SELECT '5', 'データ活用・分析の未熟さ',
		'Immature use and analysis of data', 'データ活用・分析|データかつよう・ぶんせき', 5
	UNION ALL SELECT '6', 'スキル・リテラシーのバラつき/不足',
		'Uneven or missing skills and literacy', 'スキル・リテラシー|スキルのばらつき・ふそく', 6
	UNION ALL SELECT '7', '人員・時間リソースの不足',
		'Lack of staff and time', '人員・時間リソース|じんいん・じかんリソース', 7
	UNION ALL SELECT '8', 'その他（電子申請等における周知率の低さ）',
		'Other (few people know of online applications)', 'その他|そのた', 8
) AS t;
