#!/bin/sh
# Two projects may share a title: the UUID, or else body, fiscal year and number decide (domain.md §8).
. "${abs_srcdir:?}/tests/cli/lib.sh"

# projects FILE ROW...: a sheet of projects
projects() {
	file=$1
	shift
	printf '%s\n' number,fiscal_year,team_code,title,problem_type_code,tools,status "$@" >"$file"
}

projects two.csv R7-0021,2025,T111,同じ題,1,kintone,running R7-0022,2025,T111,同じ題,1,kintone,running
small_body a.db
note 'into an empty database, and again'
uraniwa -f a.db import projects two.csv
uraniwa -f a.db import projects two.csv
uraniwa -f a.db --fy R7 list --columns number,title

note 'into one that has some, one file after the other'
small_body b.db
quietly -f b.db --fy R7 add --team T121 --title 別の題
projects one.csv R7-0021,2025,T111,同じ題,1,kintone,running
projects other.csv R7-0022,2025,T111,同じ題,1,kintone,running R7-0023,2025,T111,同じ題,1,kintone,running
uraniwa -f b.db import projects one.csv
uraniwa -f b.db import projects other.csv
uraniwa -f b.db import projects two.csv
uraniwa -f b.db import projects other.csv
uraniwa -f b.db --fy R7 list --columns number,title

note 'a sheet without numbers has one of each title, the first'
printf '%s\n' team_code,title,owner 'T111,同じ題,山田' >plain.csv
uraniwa -f b.db --fy R7 import projects plain.csv
uraniwa -f b.db --fy R7 list --columns number,title,owner
projects mixed.csv ,2025,T111,題,1,kintone,running R7-0031,2025,T111,題,1,kintone,running \
	,2025,T111,題,1,kintone,running
uraniwa -f b.db import projects mixed.csv
projects mixed.csv ,2025,T111,題,1,kintone,running R7-0031,2025,T111,題,1,kintone,running
uraniwa -f b.db import projects mixed.csv
uraniwa -f b.db import projects mixed.csv

note 'what leaves comes back'
"$URANIWA" -f b.db export projects -o p.csv
small_body c.db
quietly -f c.db import projects p.csv
"$URANIWA" -f c.db export projects -o again.csv
same p.csv again.csv

finish
