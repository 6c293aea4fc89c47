# The reports: the list with its preview, tables on a page of their own, what stands behind a row.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
base=$screen_work/base.db

# A body without people: whoever works in it is its office.
make_database() {
	"$URANIWA" -f "$base" --fy R7 init --body-code 990001 --body-name 見本県 &&
		"$URANIWA" -f "$base" import units "$fixture/units.csv" &&
		"$URANIWA" -f "$base" import projects "$fixture/projects.csv" &&
		"$URANIWA" -f "$base" import effects "$fixture/effects.csv"
}
make_database > "$screen_work/log" 2>&1 || { cat "$screen_work/log"; exit 1; }

report_test() {
	report_name=$1
	report_size=$2
	shift 2
	screen_test "reports-$report_name" "$report_size" -f "$base" --fy R7 "$@"
}

for size in 80x24 40x12 120x40; do
	for lang in ja en; do
		report_test "$lang-$size" $size --lang $lang --ambiguous=1 <<-'END'
			4 Down
			:dump screen
		END
	done
done
report_test ja-wide 80x24 --lang ja --ambiguous=2 <<'END'
4
:dump screen
END

# the tables that are no pivots have a page of their own
report_test coverage 80x24 --lang ja --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter
:dump screen
END
report_test coverage-narrow 40x12 --lang ja --ambiguous=2 <<'END'
4 /
"coverage
Enter Enter
:dump screen
END
report_test coverage-missing 80x24 --lang ja --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter m m
:dump screen
END
report_test coverage-sections 80x24 --lang en --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter R Down Enter
:dump screen
END
report_test reminders 80x24 --lang ja --ambiguous=1 <<'END'
4 /
"reminders
Enter Enter
:dump screen
END
report_test review 120x40 --lang ja --ambiguous=1 <<'END'
4 /
"review
Enter Enter s
:dump screen
END

# a row leads to the projects behind it, and back to where one was
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter Down Down
:dump before
Enter
:wait
:dump projects
q
:dump after
END
screen_expect 'back again' "$(cat "$screen_work/after")" "$(cat "$screen_work/before")"
grep -q '班:' "$screen_work/projects" || screen_fail 'no filter by team'

# only one unit, by name
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter f
"福祉
Enter
:dump unit
x
C-a C-k
"out.csv
Enter
END
grep -q '提出状況  福祉' "$screen_work/unit" || { cat "$screen_work/unit"; screen_fail 'no unit in the title'; }
head -c 3 "$screen_work/out.csv" | od -An -tx1 | grep -q 'ef bb bf' || screen_fail 'no CSV written'

# never over the database, by whatever name; over another file only after a yes
cp "$base" "$screen_work/q.db"
cp "$base" "$screen_work/other.db"
ln -s q.db "$screen_work/link.csv"
echo old > "$screen_work/old.csv"
screen_run 80x24 -f q.db --fy R7 --lang ja --ambiguous=1 <<'END'
4
:wait
x
C-a C-k
"link.csv
Enter
:dump link
x
C-a C-k
"q.db-wal
Enter
:dump log
x
C-a C-k
"other.db
Enter
:dump other
x
C-a C-k
"old.csv
Enter
:dump asked
n
END
grep -q 'link.csv は使用中のデータベースのため、上書きしません' "$screen_work/link" || screen_fail 'over the database'
grep -q 'q.db-wal はデータベースの一部のため' "$screen_work/log" || screen_fail 'over the log of the database'
grep -q 'other.db はデータベースのため' "$screen_work/other" || screen_fail 'over another database'
grep -q 'old.csv' "$screen_work/asked" || screen_fail 'not asked'
screen_expect 'left as it was' "$(cat "$screen_work/old.csv")" old
"$URANIWA" -f "$screen_work/q.db" check > "$screen_work/check" 2>&1 || { cat "$screen_work/check"; screen_fail 'the database is no more'; }

# the case sheet of a project
report_test case-sheet 80x24 --lang ja --ambiguous=1 <<'END'
4 G Enter
"R7-1
Enter
:dump screen
END
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
4 G Enter
"R7-999
Enter
:dump none
END
grep -q 'R7-0*999' "$screen_work/none" || screen_fail 'nothing said of a number that is not there'

# w says where a row comes from, and on the total all of it
report_test explained-row 120x40 --lang ja --ambiguous=1 <<'END'
4 /
"review
Enter Enter w
:dump screen
END
report_test explained-total 80x24 --lang ja --ambiguous=1 <<'END'
4 /
"coverage
Enter Enter G w
:dump screen
END
screen_done
