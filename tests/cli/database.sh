#!/bin/sh
# Databases that are missing, foreign, newer, read-only or of another body.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77

note 'no database and no terminal: how to make one'
uraniwa </dev/null
uraniwa list
uraniwa -f nowhere/a.db init
uraniwa -f nowhere/a.db list
uraniwa init --body-code '44 0001'
uraniwa init --body-name ''

note 'the usual place gets its folder'
uraniwa init --body-code 440001 --body-name 大分県
uraniwa init
uraniwa </dev/null
[ -f "$HOME/.local/share/uraniwa/uraniwa.db" ] || fail 'not in the usual place'
uraniwa --body 440001 export units --encoding utf-8
uraniwa --body 131001 list
URANIWA_DB=$work/here/named.db
export URANIWA_DB
uraniwa init
uraniwa export units --encoding utf-8
unset URANIWA_DB

note 'what is no database of ours is refused and left as it was'
LANGUAGE=en # what the system says about files depends on its own catalogues
export LANGUAGE
mkdir folder
printf 'number,title\n1,a\n' >sheet.db
: >empty.db
sqlite3 foreign.db 'CREATE TABLE a (b); INSERT INTO a VALUES (1);'
small_body newer.db
sqlite3 newer.db 'PRAGMA user_version = 9999;' >/dev/null
head -c 3000 newer.db >cut.db
for file in folder sheet.db foreign.db newer.db cut.db /dev/null sheet.db/inner.db; do
	[ -f "$file" ] && cp "$file" "$file.before"
	uraniwa -f "$file" list
	uraniwa -f "$file" add --title a
	uraniwa -f "$file" init
	[ -f "$file" ] && same "$file.before" "$file"
done
uraniwa --db postgresql://server/uraniwa list

note 'read-only by option'
small_body a.db
quietly -f a.db add --title 一つ --team T111
dump a.db >before
uraniwa -f a.db --readonly list
uraniwa -f a.db --readonly add --title 二つ --team T111
uraniwa -f a.db --readonly edit R7-1 --set title=三つ
uraniwa -f a.db --readonly move R7-1 cancelled --reason やめた
uraniwa -f a.db --readonly import units "$sheets/units.csv"
uraniwa -f a.db --readonly undo
uraniwa -f a.db --readonly check --repair-derived
uraniwa -f missing.db --readonly list
dump a.db >after
same before after

if [ "$(id -u)" -ne 0 ]; then
	chmod a-w a.db
	mkdir locked
	cp a.db locked
	chmod a-w locked
	"$URANIWA" -f a.db list >/dev/null || fail 'a read-only file cannot be read'
	"$URANIWA" -f a.db add --title 二つ --team T111 2>/dev/null
	[ $? -eq 4 ] || fail 'a read-only file was written'
	chmod u+w locked
fi
finish
