# Home: whose figures are shown in every size, what is to be done, and what stands behind.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
base=$screen_work/base.db

cat > "$screen_work/people.csv" <<'END'
code,name,active,role,unit_code,role_first_fiscal_year
office,所管 一,1,admin,990001,2024
sato,佐藤 花子,1,leader,0101,2024
tanaka,田中 昇,1,head,0101,2024
END
make_database() {
	"$URANIWA" -f "$base" --fy R7 init --body-code 990001 --body-name 見本県 &&
		"$URANIWA" -f "$base" import units "$fixture/units.csv" &&
		"$URANIWA" -f "$base" import projects "$fixture/projects.csv" &&
		"$URANIWA" -f "$base" import effects "$fixture/effects.csv" &&
		"$URANIWA" -f "$base" import people "$screen_work/people.csv" &&
		"$URANIWA" -f "$base" --user office move R7-0002 returned --reason 件数の根拠を足してください &&
		sqlite3 "$base" "INSERT INTO due_date VALUES (2025, 'interim', '2025-11-25', NULL);
			INSERT INTO due_date VALUES (2025, 'year-end', '2026-03-31', NULL);
			INSERT INTO indicator (code, name, unit, computed, position)
				VALUES ('hours-saved', '年間削減時間', '時間', 'hours-saved', 1);
			INSERT INTO indicator_target VALUES ('hours-saved', 2025, 2000000, NULL)"
}
make_database > "$screen_work/log" 2>&1 || { cat "$screen_work/log"; exit 1; }

home_test() {
	home_name=$1
	home_size=$2
	shift 2
	screen_test "home-$home_name" "$home_size" -f "$base" --fy R7 "$@"
}

# The projects that keys lead a user to.
projects_listed() {
	printf '%s\n:wait\n:dump list\n' "$2" |
		screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 --user "$1"
	screen_expect "$1 $2" "$(grep -o 'R7-[0-9]*' "$screen_work/list" | sort -u | xargs)" "$3"
}

for size in 80x24 40x12 120x40; do
	for ambiguous in 1 2; do
		home_test "$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous --user office <<-'END'
			:dump screen
		END
	done
done
home_test english 80x24 --lang en --ambiguous=1 --user office <<'END'
:dump screen
END

# a leader lands on the own section, a head on its teams
home_test leader 80x24 --lang ja --ambiguous=1 --user sato <<'END'
:dump screen
END
home_test head 80x24 --lang ja --ambiguous=1 --user tanaka <<'END'
:dump screen
END

# one pane at a time
home_test todo-narrow 40x12 --lang ja --ambiguous=1 --user office <<'END'
Tab Tab
:dump screen
END

# what waits for whom, and the teams that are late
projects_listed tanaka 'Tab Tab Down Down Enter' 'R7-0003'
home_test late-teams 80x24 --lang ja --ambiguous=1 --user office <<'END'
Tab Tab Enter
:dump screen
END

# every number can be opened
projects_listed office 'Enter' 'R7-0003 R7-0004 R7-0005'
projects_listed sato 'Right Enter' 'R7-0003'
projects_listed office 'Tab Tab Down Enter' 'R7-0002'
home_test teams-opened 80x24 --lang ja --ambiguous=1 --user sato <<'END'
S-Tab 3*Right Enter
:dump screen
END
projects_listed office '3*Tab Enter' 'R7-0002'
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 --user office <<'END'
:double 6 60
:wait
:dump list
END
screen_expect 'a bar clicked twice' "$(grep -o 'R7-[0-9]*' "$screen_work/list" | sort -u)" R7-0001
home_test explained 80x24 --lang ja --ambiguous=1 --user office <<'END'
Down w
:dump screen
END
home_test actual 80x24 --lang ja --ambiguous=1 --user office <<'END'
s s
:dump screen
END
home_test other-year 80x24 --lang ja --ambiguous=1 --user office <<'END'
[
:dump screen
END

# the sample prefecture comes out as the council paper has it
screen_run 120x40 --lang ja --ambiguous=1 demo <<'END'
:dump sample
END
grep -q '746件 (+661) *21,572時間 (+19,189) *11.6人役 *700/700班 100.0%' "$screen_work/sample" ||
	screen_fail 'the sample in figures'
golden() {
	tr -d '\r' < "$abs_srcdir/tests/golden/$1" | sed 1d
}
golden oita-r7-problem-types.csv | while IFS=, read -r code name projects hours rest; do
	[ "$code" != total ] || continue
	grouped=$(echo "$hours" | sed 's/\(.\)\(...\)$/\1,\2/')
	grep -qE "│$(printf '%s\n' ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ | sed -n "${code}p").* ${projects}件 +$grouped " \
		"$screen_work/sample" || echo "$code $name $projects $hours"
done > "$screen_work/differences"
screen_expect 'the sample by problem type' "$(cat "$screen_work/differences")" ''
golden oita-r7-ict-tools.csv | while IFS=, read -r name projects; do
	[ "$name" = total ] || grep -q "│$name *$projects " "$screen_work/sample" ||
		echo "$name $projects"
done > "$screen_work/differences"
screen_expect 'the sample by tool' "$(cat "$screen_work/differences")" ''

screen_done
