#!/bin/sh
# howto_migration - a migration is added as HACKING.md shows, and brings a database of the program before it up to date.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_body
howto_quietly uraniwa training add code=R7-basic fiscal_year=R7 name=入門 form=in-person hours=2 units=1 audience=leaders
cp "$URANIWA_DB" before.db
uraniwa export training >before
uraniwa history --format csv >history
howto_apply 'Add a migration'
howto_touches 0 1
howto_build
howto_quietly uraniwa check
uraniwa export training >after
uraniwa history --format csv >later
cmp -s before after && cmp -s history later || howto_fail 'what was stored has changed'
howto_fails 'newer|新しい' "$abs_builddir/uraniwa" list
howto_quietly uraniwa training edit R7-basic name=はじめてのDX
howto_quietly uraniwa undo
uraniwa export training >after
cmp -s before after || howto_fail 'undo does not bring the course back'
if command -v sqlite3 >/dev/null; then
	howto_says '^1$' sqlite3 "$URANIWA_DB" "SELECT count(*) FROM course WHERE place = ''"
	howto_fails 'no such column' sqlite3 before.db 'SELECT place FROM course'
	howto_quietly sqlite3 "$URANIWA_DB" "UPDATE course SET place = '第一会議室'"
	howto_says '第一会議室' uraniwa history --limit 1
	howto_fails '別のプログラム' uraniwa check
fi
cp "$howto_tree/data/schema/sqlite/001-initial.sql" "$howto_tree/data/schema/sqlite/999-gap.sql"
howto_fails '999-gap.sql: not number' ${MAKE-make} -C "$howto_build" resources.S
howto_done
