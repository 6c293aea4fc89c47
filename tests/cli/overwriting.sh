#!/bin/sh
# Nothing is written over the database, what belongs to it, or what a command reads, whatever the
# name it goes by; another file is replaced only with --force.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=en
export LANGUAGE
small_body q.db
quietly -f q.db --fy R7 add --team T111 --title 一つ
mkdir sub
ln -s q.db link.db
ln q.db hard.db
ln -s nowhere dangling
printf 'project_number,stage,direct_hours\r\nR7-0001,estimate,ten\r\n' >effects.csv
printf '番号=number\n' >map.txt
cp q.db before.db
dump q.db >before

# refused STATUS WORDS...: the command says no with that status, and nothing is changed.
refused() {
	wanted=$1
	shift
	ls -A . sub >"$work/names"
	"$URANIWA" "$@" </dev/null >"$work/out" 2>"$work/err"
	status=$?
	[ "$status" -eq "$wanted" ] || fail "$*: status $status: $(cat "$work/err")"
	[ -s "$work/err" ] || fail "$*: not a word"
	ls -A . sub | same - "$work/names"
	cmp -s q.db before.db || fail "$*: the database is another"
}

note 'the database by any name, with --force or without'
uraniwa -f q.db export units -o q.db
uraniwa -f q.db export units -o q.db-wal
uraniwa -f q.db table problem-types -o q.db --force
for name in q.db ./q.db sub/../q.db .//q.db "$PWD/q.db" link.db hard.db q.db-wal q.db-shm q.db-journal \
	q.db.lock sub/../q.db-wal; do
	for words in 'export units' 'export projects --format json' 'table problem-types' 'table trend --format xlsx' \
		'rollup --rows status' 'snapshot list' 'similar R7-0001' 'unit list' 'user list' 'param list' \
		'rule list' 'catalogue problem-types' 'indicator list'; do
		# shellcheck disable=SC2086
		refused 2 -f q.db --fy R7 $words -o "$name"
		# shellcheck disable=SC2086
		refused 2 -f q.db --fy R7 $words --force -o "$name"
	done
	refused 2 -f q.db import effects effects.csv --rejects "$name"
	refused 2 -f q.db import effects effects.csv --dry-run --force --rejects "$name"
	refused 2 -f q.db backup "$name"
	refused 2 -f link.db export units -o "$name" --force
done
refused 2 -f link.db export units -o link.db.lock
for fd in /proc/self/fd/7 /dev/fd/7; do
	refused 2 -f q.db export units --force -o $fd 7<q.db
done
"$URANIWA" -f q.db export units 2>"$work/err" >>q.db </dev/null && fail 'appended to the database'
cat "$work/err" >>"$transcript"
cmp -s q.db before.db || fail 'appended to the database'
(unset URANIWA_DB
URANIWA_DB=q.db
export URANIWA_DB
refused 2 export units -o q.db --force) || exit 1

note 'another database, whoever owns it'
uraniwa -f q.db export units -o before.db
uraniwa -f q.db export units -o before.db --force
cmp -s before.db q.db || fail 'another database was written over'

note 'what the command reads'
cp effects.csv kept.csv
for name in effects.csv ./sub/../effects.csv; do
	refused 2 -f q.db import effects effects.csv --dry-run --rejects $name --force
done
uraniwa -f q.db import effects effects.csv --rejects ./effects.csv
uraniwa -f q.db import effects effects.csv --map map.txt --rejects map.txt --force
uraniwa -f q.db import effects - --rejects effects.csv --force <effects.csv
same effects.csv kept.csv

note 'other files are replaced with --force only; a device is no file'
for words in 'export units' 'table problem-types' 'param list'; do
	echo old >old.csv
	# shellcheck disable=SC2086
	refused 1 -f q.db $words -o old.csv
	echo old | same - old.csv
	# shellcheck disable=SC2086
	quietly -f q.db $words -o old.csv --force
	grep -q old old.csv && fail "$words: not replaced"
	# shellcheck disable=SC2086
	quietly -f q.db $words -o /dev/null
done
uraniwa -f q.db export units -o old.csv
echo old >old.csv
uraniwa -f q.db import effects effects.csv --dry-run --rejects old.csv
echo old | same - old.csv
uraniwa -f q.db import effects effects.csv --dry-run --rejects old.csv --force
cat old.csv >>"$transcript"
uraniwa -f q.db export units -o dangling --force
uraniwa -f q.db export units -o ''

note 'a log, a dump'
URANIWA_LOG=q.db "$URANIWA" -f q.db nonsense >/dev/null 2>&1
printf ':dump q.db\n:dump before.db\n' >keys
cp q.db copy.db
URANIWA_SCRIPT=keys "$URANIWA" -f copy.db >/dev/null 2>&1 && fail 'a dump over a database'
cmp -s q.db before.db || fail 'a log or a dump went into the database'

note 'rejects of several files in one list'
printf 'project_number,stage,direct_hours\r\nR7-0001,estimate,ten\r\n' >one.csv
printf 'project_number,stage,direct_hours\r\nR7-0009,estimate,10\r\n' >two.csv
uraniwa -f q.db import effects one.csv two.csv --skip-bad --dry-run --rejects both.csv
cat both.csv >>"$transcript"

note 'a backup onto itself, a restore from itself'
uraniwa -f q.db restore hard.db
uraniwa -f q.db restore link.db
uraniwa -f q.db backup -
dump q.db >after
same before after
finish
