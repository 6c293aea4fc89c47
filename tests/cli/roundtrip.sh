#!/bin/sh
# The whole sample goes out and into an empty database and comes out again byte for byte.
. "${abs_srcdir:?}/tests/cli/lib.sh"

quietly demo
demo=$HOME/.local/share/uraniwa/demo.db
quietly -f b.db init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly -f "$demo" export $kind -o $kind.csv
	quietly -f b.db --user office import $kind $kind.csv
	quietly -f b.db --user office export $kind -o again.csv --force
	same $kind.csv again.csv
done
dump b.db >before

note 'again, in any dress: nothing changes'
for kind in units people leaders projects effects; do
	"$URANIWA" -f b.db --user office import $kind $kind.csv </dev/null 2>err ||
		fail "$kind again: $(cat err)"
	grep -q '追加0件、変更0件' err || fail "$kind again: $(cat err)"
	quietly -f "$demo" --lang en export $kind --encoding utf-8 -o dressed.csv --force
	"$URANIWA" -f b.db --user office import $kind dressed.csv </dev/null 2>err ||
		fail "$kind with labels: $(cat err)"
	grep -q '追加0件、変更0件' err || fail "$kind with labels: $(cat err)"
done
dump b.db >after
same before after

note 'projects alone: the figures come with them'
quietly -f c.db init --body-code 990001 --body-name 見本県
quietly -f c.db import units units.csv
quietly -f c.db import projects projects.csv
quietly -f c.db export projects -o again.csv --force
same projects.csv again.csv
for table in problem-types ict-tools sections; do
	"$URANIWA" -f "$demo" --fy R7 table $table >ours || fail $table
	"$URANIWA" -f c.db --fy R7 table $table >theirs || fail $table
	same ours theirs
done

note 'lines that do not begin with the first: the figure that came with the project gives way to them'
small_body d.db
quietly -f d.db --fy R7 add --team T111 --title 取組 --problem-type 1 --effect 'line=2,stage=estimate,direct_hours=10:30' \
	--effect 'line=3,stage=estimate,before_minutes=10,before_cases=9,after_minutes=1,after_cases=9,period=month'
small_body e.db
for kind in projects effects; do
	quietly -f d.db export $kind -o $kind.csv --force
	uraniwa -f e.db import $kind $kind.csv
	quietly -f e.db export $kind -o again.csv --force
	same $kind.csv again.csv
done

note 'what a filter chooses'
quietly -f "$demo" export effects --filter 'fy:R7 type:3 tool:kintone' -o some.csv
quietly -f b.db --user office import effects some.csv
dump b.db >after
same before after
finish
