#!/bin/sh
# sample_check - reckons the published tables anew from the files of 見本県, with nothing of the
# program, and compares them with tests/golden.
set -eu
command -v sqlite3 >/dev/null || exit 77
sample=$abs_srcdir/data/sample
golden=$abs_srcdir/tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sqlite3 "$work/sample.db" <<END
.mode csv
.import $sample/units.csv units
.import $sample/people.csv people
.import $sample/leaders.csv leaders
.import $sample/projects.csv projects
.import $sample/effects.csv effects
.read $abs_srcdir/tests/tools/effect_minutes.sql
CREATE TABLE sums AS
	SELECT uuid, projects.fiscal_year, projects.number, projects.problem_type_code AS type,
		projects.primary_tool AS tool, total(lines.this_year) AS this_year,
		total(lines.full_year) AS full_year, saved_minutes_in_year, saved_minutes_full_year
	FROM projects
	LEFT JOIN effects ON project_uuid = uuid AND effects.stage = 'estimate'
	LEFT JOIN lines ON lines.id = effects.rowid
	GROUP BY uuid;
UPDATE sums SET this_year = CAST(this_year AS INTEGER), full_year = CAST(full_year AS INTEGER);
END

# what QUERY: prints its rows as CSV.
ask() {
	sqlite3 -csv "$work/sample.db" "$1" | tr -d '\r'
}

failed=0
# same WHAT EXPECTED_FILE ACTUAL_FILE
same() {
	diff -u "$2" "$3" || {
		echo "$1: not as published" >&2
		failed=1
	}
}
# none WHAT QUERY: the query must find nothing.
none() {
	found=$(ask "$2")
	[ -z "$found" ] || {
		printf '%s:\n%s\n' "$1" "$found" >&2
		failed=1
	}
}

# Problem types: projects, hours (half up), tenths of a person-year at 1,860 hours (half up).
ask "WITH r AS (SELECT type, count(*) AS n, CAST(sum(this_year) AS INTEGER) AS m FROM sums
		WHERE fiscal_year = 2025 AND type <> '' GROUP BY type
	UNION ALL
	SELECT 'total', count(*), CAST(sum(this_year) AS INTEGER) FROM sums WHERE fiscal_year = 2025)
	SELECT type, n, (m + 30) / 60, printf('%d.%d', tenths / 10, tenths % 10)
	FROM (SELECT *, (m * 10 + 30 * 1860) / (60 * 1860) AS tenths FROM r) ORDER BY type" \
	>"$work/types"
cut -d, -f1,3-5 "$golden/oita-r7-problem-types.csv" | sed 1d | sort >"$work/types.expected"
same 'problem types' "$work/types.expected" "$work/types"

# Tools, by the names of the published table.
ask "WITH names(code, name) AS (VALUES ('kintone', 'kintone'), ('genai', '生成AI'),
		('gijiroku-ai', '議事録AI'), ('graffer', 'Graffer電子申請'), ('systems', '各種システム'),
		('line-works', 'LINE WORKS'), ('logo-chat', 'LoGoチャット'), ('web-meeting', 'WEB会議'),
		('tableau', 'タブロー'), ('rpa', 'RPA'), ('other', 'その他'))
	SELECT name || ',' || count(*) FROM sums JOIN names ON code = tool
	WHERE fiscal_year = 2025 GROUP BY tool" | tr -d '"' | LC_ALL=C sort >"$work/tools"
sed 1d "$golden/oita-r7-ict-tools.csv" | LC_ALL=C sort >"$work/tools.expected"
same 'tools' "$work/tools.expected" "$work/tools"

# The worked cases, line by line.
ask "SELECT label, before_minutes, before_cases, after_minutes, after_cases, periods_in_year,
		CAST(lines.this_year AS INTEGER)
	FROM effects JOIN lines ON lines.id = effects.rowid
	WHERE stage = 'estimate'" | tr -d '"' >"$work/lines"
sed -n '/,計,/!p' "$golden/oita-r7-effect-cases.csv" | sed 1d | cut -d, -f3-9 >"$work/cases"
while read -r case; do
	grep -qxF "$case" "$work/lines" || {
		echo "worked case missing: $case" >&2
		failed=1
	}
done <"$work/cases"

none 'not the published numbers of units, teams and projects' "
	SELECT (SELECT count(DISTINCT code) FROM units WHERE kind = 'department') AS departments,
		(SELECT count(DISTINCT code) FROM units WHERE kind = 'section') AS sections,
		(SELECT count(DISTINCT code) FROM units WHERE kind = 'team') AS teams,
		(SELECT count(DISTINCT team_code) FROM projects WHERE fiscal_year = 2025) AS active,
		(SELECT count(*) FROM projects WHERE fiscal_year = 2025) AS projects,
		(SELECT count(*) FROM projects WHERE fiscal_year = 2024) AS trial,
		(SELECT (CAST(sum(this_year) AS INTEGER) + 30) / 60 FROM sums
			WHERE fiscal_year = 2024) AS hours
	WHERE (departments, sections, teams, active, projects, trial, hours) <>
		(9, 172, 700, 700, 746, 85, 2383)"
none 'sums held differ from the lines' "
	SELECT number, this_year, saved_minutes_in_year, full_year, saved_minutes_full_year FROM sums
	WHERE saved_minutes_in_year <> '' AND (this_year <> saved_minutes_in_year + 0
		OR full_year <> saved_minutes_full_year + 0)"
none 'unclassified projects with hours, or not just one' "
	SELECT count(*), sum(this_year) FROM sums WHERE type = ''
	HAVING count(*) <> 1 OR sum(this_year) <> 0"
none 'status that does not count' "
	SELECT number, status FROM projects
	WHERE status NOT IN ('submitted', 'approved', 'running', 'reported', 'completed')"
none 'titles that are alike within a section' "
	SELECT fiscal_year, section, title FROM projects
	GROUP BY fiscal_year, section_code, title HAVING count(*) > 1"
none 'too many repeated titles' "
	SELECT count(DISTINCT title) FROM projects WHERE fiscal_year = 2025
	HAVING count(DISTINCT title) <= 700"
none 'projects with nothing to say' "
	SELECT number, title FROM projects
	WHERE '' IN (title, current_issue, approach, qualitative_effect, tools, leader)"
none 'operation that begins before the work' "
	SELECT number, started_on, operating_from FROM projects
	WHERE substr(started_on, 1, 7) > operating_from"
none 'gaps in the numbers' "
	SELECT fiscal_year, count(DISTINCT number), max(number) FROM projects GROUP BY fiscal_year
	HAVING count(DISTINCT number) <> CAST(substr(max(number), 4) AS INTEGER)"
none 'sections without a leader or a head in a year' "
	SELECT units.code, year FROM units, (SELECT 2024 AS year UNION SELECT 2025)
	WHERE kind = 'section' AND (
		NOT EXISTS (SELECT 1 FROM leaders
			WHERE section_code = units.code AND fiscal_year = year || '')
		OR NOT EXISTS (SELECT 1 FROM people
			WHERE unit_code = units.code AND role = 'head'
			AND role_first_fiscal_year <= year || ''
			AND (role_last_fiscal_year = '' OR role_last_fiscal_year >= year || '')))"
none 'stages that do not fit the status' "
	SELECT number, status FROM projects
	WHERE status = 'reported' AND NOT EXISTS
			(SELECT 1 FROM effects WHERE project_uuid = uuid AND stage = 'forecast')
		OR status = 'completed' AND NOT EXISTS
			(SELECT 1 FROM effects WHERE project_uuid = uuid AND stage = 'actual')"
none 'copies of projects that are not there' "
	SELECT number FROM projects AS copy WHERE copied_from <> '' AND NOT EXISTS
		(SELECT 1 FROM projects WHERE uuid = copy.copied_from)"
none 'the planted projects are not where README.md says' "
	WITH planted(number, start) AS (VALUES ('R7-0677', '面接・電話相談'), ('R7-0130', '緊急受理会議'),
		('R7-0484', '公用車'), ('R7-0426', '公用車'), ('R7-0198', '公用車'), ('R7-0421', '公用車'),
		('R7-0023', '産業廃棄物'), ('R7-0175', '実績報告'), ('R7-0028', '窓口相談票'),
		('R7-0610', '議事録AIを使った納税'), ('R7-0164', '来年度に向けた'),
		('R7-0151', '手間は増えたが'), ('R7-0195', '𠮷野川橋'))
	SELECT planted.number, title FROM planted JOIN projects USING (number)
	WHERE substr(title, 1, length(start)) <> start"
none 'braces or conditions left in the texts' "
	SELECT number, title FROM projects
	WHERE title || current_issue || approach || qualitative_effect LIKE '%{%'
		OR title || current_issue || approach || qualitative_effect LIKE '%[%'
	UNION SELECT project_number, label FROM effects WHERE label LIKE '%[%'"
exit $failed
