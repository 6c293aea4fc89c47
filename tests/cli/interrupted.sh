#!/bin/sh
# A database, a copy and a file appear whole or not at all: whatever ends the run, the next one finds
# its place free, and what a killed run left does not stay for ever.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=en
export LANGUAGE

# sound FILE: a whole database, or none at all.
sound() {
	[ ! -e "$1" ] || "$URANIWA" -f "$1" check >/dev/null 2>"$work/err" </dev/null ||
		fail "half a database: $(cat "$work/err")"
}

# bare FILE...: nothing else lies here.
bare() {
	ls -A >"$work/names"
	printf '%s\n' "$@" | sort | same - "$work/names"
}

note 'killed at many points, and done again'
mkdir kill
cd kill || exit 99
for hundredths in 001 002 004 006 008 010 015 020 025 030 040 050 060 080 100 150; do
	timeout -s KILL "0.$hundredths" "$URANIWA" -f a.db init >/dev/null 2>&1 </dev/null
	sound a.db
	[ -e a.db ] || quietly -f a.db init
	sound a.db
	rm a.db*
	timeout -s KILL "0.$hundredths" "$URANIWA" demo >/dev/null 2>&1 </dev/null
	sound "$HOME/.local/share/uraniwa/demo.db"
done
quietly demo
sound "$HOME/.local/share/uraniwa/demo.db"
demo=$HOME/.local/share/uraniwa/demo.db
for hundredths in 005 020 050 100 200; do
	timeout -s KILL "0.$hundredths" "$URANIWA" demo --reset >/dev/null 2>&1 </dev/null
	[ -e "$demo" ] || fail 'the sample is gone'
	sound "$demo"
	timeout -s KILL "0.$hundredths" "$URANIWA" -f "$demo" backup copy.db >/dev/null 2>&1 </dev/null
	sound copy.db
	rm -f copy.db
done
quietly -f "$demo" backup copy.db
cd ..

note 'a full disk, at many points'
mkdir full
cd full || exit 99
ln -s "$demo" ../demo.db # a name without blanks, wherever home lies
for blocks in 0 1 8 64 200 400; do
	for words in '-f b.db init' '-f ../demo.db backup b.db' '-f ../demo.db export projects -o b.db'; do
		# shellcheck disable=SC2086
		said=$( (ulimit -f $blocks && exec "$URANIWA" $words) 2>&1 >/dev/null </dev/null)
		status=$?
		case $status in
		0) [ -s b.db ] || fail "$words: nothing there" ;;
		1 | 3)
			[ "$said" ] || fail "$words: not a word"
			ls -A | same - /dev/null ;;
		*) fail "$words within $blocks blocks: status $status: $said" ;;
		esac
		rm -f b.db*
	done
done
(ulimit -f 64 && "$URANIWA" -f b.db init >/dev/null 2>&1 </dev/null) && fail 'no disk was full'
quietly -f b.db init
bare b.db
cd ..

note 'left by a run that was killed long ago: swept away; by one that may still be at it: not'
mkdir left
cd left || exit 99
for file in c.db.4711-0.part c.db.4711-0.part-wal c.db.4711-0.part-shm c.db.4711-0.part.lock \
	c.csv.4711-3.part c.db.4711-0.port c.db.x-0.part; do
	echo rubbish >$file
	touch -d '2 hours ago' $file
done
echo at work >c.db.4712-0.part
quietly -f c.db init
bare c.csv.4711-3.part c.db c.db.4711-0.port c.db.4712-0.part c.db.x-0.part
quietly -f c.db export units -o c.csv
bare c.csv c.db c.db.4711-0.port c.db.4712-0.part c.db.x-0.part
cd ..

note 'what is there already is no place for a new one; an empty file is'
uraniwa -f left/c.db init
ln -s left/c.db link.db
uraniwa -f link.db init
: >empty.db
ln -s empty.db to_empty.db
uraniwa -f to_empty.db init
sound empty.db
uraniwa -f missing/d.db init
uraniwa -f left init

note 'the body'
uraniwa -f e.db init --body-code ''
uraniwa -f e.db init --body-code '　'
uraniwa -f e.db init --body-code '44 0000'
uraniwa -f e.db init --body-name ''
[ ! -e e.db ] || fail 'made all the same'
uraniwa -f e.db init --body-code ' ４４０００１　' --body-name 大分県
uraniwa -f e.db --body 440001 export units --encoding utf-8
finish
