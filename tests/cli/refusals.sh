#!/bin/sh
# What the database itself refuses, on every way in that writes: people read which record and which field,
# and never the words of the database. Rules that the program does not know are put into the file for that.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77

# spoil SQL...: a fresh database with those rules
spoil() {
	cp sound.db a.db
	for sql; do
		sqlite3 -bail a.db "$sql" || fail "$sql"
	done
}

# refused COMMAND...: it is, in words; the database stays as it is.
refused() {
	sqlite3 a.db .dump >before
	uraniwa -f a.db "$@" && fail "uraniwa $*: not refused"
	grep -Eq 'constraint|failed|sqlite [0-9]*:|INSERT|UPDATE|raw words' "$work/err" "$work/out" &&
		fail "uraniwa $*: says $(cat "$work/err")"
	sqlite3 a.db .dump >after
	same before after
}

small_body sound.db
quietly -f sound.db --fy R7 add --team T111 --title 甲 --problem-type 1 --tool RPA --set current_issue=a --set approach=b \
	--effect label=入力,before_minutes=30,before_cases=10
quietly -f sound.db --fy R7 add --team T111 --title 乙 --problem-type 1 --tool RPA
printf 'number,title\nR7-0002,甲\n' >projects.csv
printf 'project_number,line,label,stage,before_minutes,before_cases\nR7-0002,1,入力,estimate,30,10\n' >effects.csv
printf 'code,kind,name,parent_code,first_fiscal_year\nT122,team,相談班,S12,2025\nT123,team,相談班,S12,2025\n' >units.csv
printf 'code,name\nsato,佐藤\nsaito,佐藤\n' >people.csv

note 'projects: a title twice'
spoil 'CREATE UNIQUE INDEX one ON project (title)'
refused --fy R7 add --team T111 --title 甲
refused edit R7-0002 --set title=甲
refused import projects projects.csv
refused copy R7-0001 --team T121
note 'projects: a status that is not allowed'
spoil "CREATE TRIGGER t BEFORE UPDATE ON project WHEN new.status = 'submitted' BEGIN SELECT RAISE(ABORT, 'raw words'); END"
refused move R7-0001 submitted
note 'effect lines: a work step twice'
spoil 'CREATE UNIQUE INDEX one ON effect_line (label)'
refused edit R7-0002 --effect label=入力,before_minutes=1
refused import effects effects.csv
note 'units and people: a name twice'
spoil 'CREATE UNIQUE INDEX one ON unit (name) WHERE first_fiscal_year = 2025' 'CREATE UNIQUE INDEX two ON person (name)'
refused import units units.csv
refused import people people.csv
note 'the history and the number of changes'
spoil "CREATE TRIGGER t BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'raw words'); END"
refused edit R7-0001 --set owner=山田
refused undo
refused param set target_hours 100
refused snapshot freeze 中間
note 'an upgrade that the file does not take'
sqlite3 -bail old.db <"$cli_tests/fixtures/schema-013.sql" || fail 'the fixture cannot be read'
sqlite3 -bail old.db 'ALTER TABLE effect_line ADD COLUMN periods_typed INTEGER' || fail 'the column'
mv old.db a.db
refused list
note 'a body without a code'
uraniwa -f b.db init --body-code '' --body-name 市

finish
