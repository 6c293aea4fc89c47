#!/bin/sh
# A snapshot that the program of schema 013 froze, in which numbers stood for what has a name, is carried
# over: its tables print as that program printed them, and both seals hold.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77
sqlite3 -bail old.db <"$cli_tests/fixtures/schema-013.sql" || fail 'the fixture cannot be read'
old_seal=$(sqlite3 old.db 'SELECT sha256 FROM snapshot')

# A line for each table and format, over all stages and bases; expected/carried.txt has what the old
# program printed; it knew no doubts.
printed() {
	for table in $("$URANIWA" table | cut -d' ' -f1 | grep -v doubts); do
		for format in text csv json; do
			for stage in estimate forecast actual; do
				for basis in in-year full-year; do
					"$URANIWA" -f "$1" table "$table" --snapshot 中間 --stage $stage \
						--basis $basis --format $format </dev/null
				done
			done 2>&1 | unscoped 中間 >print
			printf '%s %s %s\n' "$table" $format "$(cksum <print)"
		done
	done >>"$transcript"
}

cp old.db a.db
cp old.db readonly.db
note 'carried over'
uraniwa -f a.db snapshot verify
[ "$(sqlite3 a.db 'SELECT first_sha256 FROM snapshot')" = "$old_seal" ] || fail 'the first seal'
[ "$(sqlite3 a.db "SELECT count(*) FROM snapshot_table WHERE content NOT LIKE '{\"form\":2,%'")" = 0 ] ||
	fail 'a table is left in the first form'
uraniwa -f a.db table problem-types --snapshot 中間
uraniwa -f a.db table reminders --snapshot 中間 --format csv
uraniwa -f a.db history --limit 2
printed a.db
checked() {
	"$URANIWA" -f "$1" check </dev/null 2>&1 | grep -E '履歴|確定' | tidy >>"$transcript"
}
note 'sound, and an admin who undoes does not come upon it'
checked a.db
uraniwa -f a.db undo --list
note 'once is enough'
sqlite3 a.db 'SELECT count(*) FROM change' >before
uraniwa -f a.db snapshot verify 中間
sqlite3 a.db 'SELECT count(*) FROM change' >after
same before after
note 'only read, it is not carried over, and says so'
uraniwa -f readonly.db --readonly snapshot verify

note 'a figure changed after it was carried over'
cp a.db b.db
sqlite3 b.db "UPDATE snapshot_table SET content = replace(content, '532320', '532380')"
uraniwa -f b.db snapshot verify
note 'the seal it was given cannot be replaced'
cp a.db b.db
sqlite3 b.db "UPDATE snapshot SET first_sha256 = printf('%064d', 1)"
uraniwa -f b.db snapshot verify

# The seal as domain.md §5 says it is made, without the program.
seal_of() {
	sqlite3 "$1" "SELECT 'uraniwa-snapshot 1', char(10) || 'fiscal_year ' || fiscal_year,
		char(10) || 'hours_per_person_year ' || hours_per_person_year,
		char(10) || 'rules ' || rules, char(10) || 'units ' || units,
		char(10) || 'first_sha256 ' || first_sha256 FROM snapshot;
		SELECT uuid || ' ' || content FROM snapshot_project ORDER BY uuid;
		SELECT name || ' ' || content FROM snapshot_table ORDER BY name;" -separator '' |
		sha256sum | cut -d' ' -f1
}
[ "$(seal_of a.db)" = "$(sqlite3 a.db 'SELECT sha256 FROM snapshot')" ] || fail 'the seal'
note 'sealed anew by somebody who knows how: the first seal does not hold'
sqlite3 b.db "UPDATE snapshot SET first_sha256 = '$old_seal';
	UPDATE snapshot_table SET content = replace(content, '532320', '532380')"
sqlite3 b.db "UPDATE snapshot SET sha256 = '$(seal_of b.db)'"
[ "$(seal_of b.db)" = "$(sqlite3 b.db 'SELECT sha256 FROM snapshot')" ] || fail 'the forged seal'
uraniwa -f b.db snapshot verify

note 'a figure changed before: not carried over, still broken, and still shown as it is'
cp old.db c.db
sqlite3 c.db "UPDATE snapshot_table SET content = replace(content, '532320', '532380')
	WHERE name = 'problem-types estimate in-year'"
uraniwa -f c.db snapshot verify
[ "$(sqlite3 c.db "SELECT count(*) FROM snapshot_table WHERE content LIKE '{\"form\":1,%'")" = 91 ] ||
	fail 'a broken snapshot was touched'
[ "$(sqlite3 c.db "SELECT sha256 || first_sha256 FROM snapshot")" = "$old_seal" ] ||
	fail 'a broken seal was replaced'
checked c.db
uraniwa -f c.db table problem-types --snapshot 中間
note 'the goal of older programs, a parameter, goes into the register; what stands there stays, and nothing is lost'
sqlite3 old.db "INSERT INTO parameter VALUES ('target_hours', 0, '1000', 1), ('target_hours', 2025, '2000', 1)"
cp old.db d.db
uraniwa -f d.db indicator targets list --format csv
uraniwa -f d.db param list --format csv
uraniwa -f d.db history --limit 4 --format csv
sqlite3 old.db "INSERT INTO indicator (code, name, computed, position) VALUES ('own', '自前', 'hours-saved', 3),
	('hours-saved', '別の指標', '', 4), ('leaders', '育成（延べ人数）', 'leaders-trained', 5),
	('heads', '育成', 'leaders-trained', 6);
	INSERT INTO indicator_target VALUES ('own', 2025, 2500000, NULL)"
cp old.db e.db
uraniwa -f e.db indicator targets list --format csv
uraniwa -f e.db history --limit 5 --format csv
uraniwa -f e.db export indicators
checked e.db

note 'what hangs on units that are no more ends with them; an administrator stays one'
cp old.db f.db
sqlite3 f.db "SELECT code, kind, first_fiscal_year, last_fiscal_year FROM unit ORDER BY kind, code LIMIT 40" >units.txt
section=$(awk -F'|' '$2 == "section" { print $1; exit }' units.txt)
sqlite3 f.db "UPDATE unit SET last_fiscal_year = 2025 WHERE code = '$section' OR parent_code = '$section';
	INSERT INTO person (code, name) VALUES ('p1', '一'), ('p2', '二');
	INSERT INTO role_grant (person_code, role, unit_code, first_fiscal_year, last_fiscal_year) VALUES
		('p1', 'head', '$section', 2024, 0), ('p1', 'leader', '$section', 2026, 0), ('p2', 'admin', '$section', 2024, 0);
	INSERT INTO leader (fiscal_year, section_code, person_code, from_date, to_date) VALUES
		(2025, '$section', 'p1', '2025-04-01', ''), (2026, '$section', 'p1', '2026-04-01', '');
	INSERT INTO section_target (fiscal_year, section_code, period, minutes) VALUES
		(2025, '$section', 'year', 600), (2026, '$section', 'year', 1200)"
for kind in people leaders targets; do
	uraniwa -f f.db export $kind
done
"$URANIWA" -f f.db history --limit 7 --format csv | grep upgrade >>"$transcript"
checked f.db

note 'what is frozen from now on has one seal'
quietly -f a.db snapshot freeze 年度末
uraniwa -f a.db snapshot verify
note 'periods of before were typed where they are not what the start of operation gives; then they stay'
sqlite3 -bail p.db <"$cli_tests/fixtures/schema-013.sql" || fail 'the fixture cannot be read'
sqlite3 -bail p.db "UPDATE project SET operating_from = '2025-09-01' WHERE id = 1;
	UPDATE project SET operating_from = '2026-04-01' WHERE id = 2;
	INSERT INTO effect_line (project_id, line, stage, kind, period, periods_in_year, periods_full_year,
		first_month, before_minutes, before_cases, monthly_cases) VALUES
	(1, 2, 'estimate', 'per-period', 'month', 7, 12, 0, 100, 1, ''),
	(1, 3, 'estimate', 'per-period', 'month', 12, 12, 0, 100, 1, ''),
	(1, 4, 'estimate', 'per-period', 'day', 140, 240, 0, 100, 1, ''),
	(1, 5, 'estimate', 'per-period', 'week', 31, 52, 0, 100, 1, ''),
	(1, 6, 'estimate', 'per-period', 'year', 1, 1, 0, 100, 1, ''),
	(1, 7, 'estimate', 'monthly', 'month', 7, 12, 5, 100, 0, '1,1,1,1,1,1,1,1,1,1,1,1'),
	(2, 2, 'estimate', 'per-period', 'month', 0, 12, 0, 100, 1, ''),
	(2, 3, 'estimate', 'per-period', 'year', 1, 1, 0, 100, 1, ''),
	(3, 2, 'estimate', 'per-period', 'week', 52, 52, 0, 100, 1, ''),
	(3, 3, 'estimate', 'per-period', 'month', 11, 12, 0, 100, 1, '')" || fail 'lines of before'
"$URANIWA" -f p.db list </dev/null >/dev/null 2>&1 || fail 'the upgrade'
sqlite3 p.db "SELECT project_id, line, period, periods_in_year, periods_typed FROM effect_line
	WHERE kind <> 'direct' ORDER BY project_id, line" >>"$transcript"

finish
