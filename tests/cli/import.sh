#!/bin/sh
# Sheets as offices send them go in whole, once, and come out again byte for byte.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db

note 'CP932 with CRLF, a title above the headings, hours only'
uraniwa -f a.db import projects --dry-run "$sheets/office.csv"
uraniwa -f a.db list
uraniwa -f a.db import projects "$sheets/office.csv"
uraniwa -f a.db list
uraniwa -f a.db show R7-0003
note 'again: nothing changes'
dump a.db >before
uraniwa -f a.db import projects "$sheets/office.csv"
dump a.db >after
same before after

note 'a later answer changes what it says and leaves the rest'
uraniwa -f a.db import projects --dry-run "$sheets/answer.csv"
uraniwa -f a.db import projects - <"$sheets/answer.csv"
uraniwa -f a.db list
uraniwa -f a.db show R7-0001 --format json

note 'headings of their own'
printf '仕事の名=title\nだれ=team_code\n' >map
uraniwa -f a.db import projects "$sheets/own-headings.csv"
uraniwa -f a.db import projects --map map "$sheets/own-headings.csv"
LANGUAGE=en uraniwa -f a.db import projects --map nomap "$sheets/own-headings.csv"

note 'effect lines in the words of a sheet'
uraniwa -f a.db import effects "$sheets/effects.csv"
uraniwa -f a.db import effects "$sheets/effects.csv"
uraniwa -f a.db explain R7-1
uraniwa -f a.db import people "$sheets/people.csv"
uraniwa -f a.db --user office import leaders "$sheets/leaders.csv"

note 'out and into an empty database'
quietly -f b.db init --body-code 990009 --body-name 試験市
for kind in units people leaders projects effects; do
	quietly -f a.db --user office export $kind -o $kind.csv
	quietly -f b.db --user office import $kind $kind.csv
	quietly -f b.db --user office export $kind -o again.csv --force
	same $kind.csv again.csv
	quietly -f a.db export $kind --encoding cp932 -o cp932.csv --force
	quietly -f b.db --user office import $kind cp932.csv
	uraniwa -f b.db --user office import $kind cp932.csv
	LANGUAGE=ja quietly -f a.db --lang ja export $kind -o ja.csv --force
	uraniwa -f b.db --user office import $kind ja.csv
done
note 'projects alone'
quietly -f c.db init --body-code 990009 --body-name 試験市
quietly -f c.db import units units.csv
quietly -f c.db import projects projects.csv
quietly -f c.db export projects -o again.csv --force
same projects.csv again.csv

note 'what CP932 cannot hold is refused, and no half of a file is left'
quietly -f a.db --user office edit R7-1 --set leader=𠮷田
uraniwa -f a.db export projects --encoding cp932 -o bad.csv
[ ! -e bad.csv ] || fail 'half a file was left'
finish
