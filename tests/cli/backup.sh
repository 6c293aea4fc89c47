#!/bin/sh
# Backups: a copy while others write, refused over what is there; restored with what was there kept.
. "${abs_srcdir:?}/tests/cli/lib.sh"

small_body a.db
quietly -f a.db --fy R7 add --team T111 --title 一つ
uraniwa -f a.db backup copies/monday.db
uraniwa -f a.db backup copies/monday.db
dump a.db >before
quietly -f a.db --fy R7 add --team T111 --title 二つ
dump a.db >after
cmp -s before after && fail 'nothing has changed'

note 'put back, with what was there kept beside it'
uraniwa -f a.db restore copies/monday.db
dump a.db >restored
same before restored
dump a.db.before-* >kept
same after kept
"$URANIWA" -f a.db check >/dev/null || fail 'not sound'

note 'into a place where nothing is'
uraniwa -f new/b.db restore copies/monday.db
dump new/b.db >elsewhere
same before elsewhere

note 'refused: no backup, damaged, without the right'
uraniwa -f a.db restore nowhere.db
head -c 9000 copies/monday.db >damaged.db
"$URANIWA" -f a.db restore damaged.db 2>/dev/null && fail 'a damaged backup was taken'
uraniwa -f a.db --readonly restore copies/monday.db
dump a.db >untouched
same before untouched
finish
