# Charts: an indicator's page with its trend, target line and months, the goal as flow and as stock,
# the trend of the rollups, and the months on home.
. "$abs_srcdir/tests/ui/screen_test.sh"

fixture=$abs_srcdir/tests/ui/fixture
golden=$abs_srcdir/tests/golden
base=$screen_work/base.db

cat > "$screen_work/before.csv" <<'CSV'
年度,番号,班コード,取組名,課題類型,ICTツール,状態,運用開始,削減時間,実績なしの理由
R6,R6-0001,010101,会議録の作成,2,生成AI,完了,2024-10,320,記録が残っていない
R6,R6-0002,020101,点検表の電子化,1,kintone,完了,2024-06,180,記録が残っていない
CSV
make_database() {
	"$URANIWA" -f "$base" --fy R7 init --body-code 990001 --body-name 見本県 &&
		"$URANIWA" -f "$base" import units "$fixture/units.csv" &&
		"$URANIWA" -f "$base" import projects "$fixture/projects.csv" &&
		"$URANIWA" -f "$base" import effects "$fixture/effects.csv" &&
		"$URANIWA" -f "$base" import projects "$screen_work/before.csv" &&
		"$URANIWA" -f "$base" import indicators "$golden/oita-indicators.csv" &&
		"$URANIWA" -f "$base" import indicators "$golden/oita-genai-usage-2025.csv" &&
		sqlite3 "$base" "INSERT INTO indicator_target VALUES ('hours-saved', 2024, 2000000, NULL)"
}
make_database > "$screen_work/log" 2>&1 || { cat "$screen_work/log"; exit 1; }

chart_test() {
	chart_name=$1
	chart_size=$2
	shift 2
	screen_test "charts-$chart_name" "$chart_size" -f "$base" --fy R7 "$@"
}

for size in 80x24 40x12 120x40; do
	for ambiguous in 1 2; do
		# the rate of use: its years, then the months of one
		chart_test "months-$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous <<-'KEYS'
			5 7*Down Enter c
			:dump screen
		KEYS
		# the goal, read twice
		chart_test "goal-$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous <<-'KEYS'
			5 Enter
			:dump screen
		KEYS
		chart_test "trend-$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous <<-'KEYS'
			3 t
			"trend
			Enter
			:dump screen
		KEYS
	done
done
for size in 80x24 40x12; do
	chart_test "english-$size" $size --lang en --ambiguous=1 <<-'KEYS'
		5 7*Down Enter Down
		:dump screen
	KEYS
done

# the chart alone where there is no room beside the table, and the table alone again
chart_test trend-wanted 40x12 --lang ja --ambiguous=1 <<'KEYS'
3 t
"trend
Enter c
:dump screen
KEYS
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
3 t
"trend
Enter
:dump chart
c
:dump none
KEYS
grep -q '━' "$screen_work/chart" || screen_fail 'no target line'
grep -q '━' "$screen_work/none" && screen_fail 'the chart has not gone'

# without colour and without blocks
NO_COLOR=1
export NO_COLOR
chart_test plain 80x24 --lang ja --ambiguous=2 <<'KEYS'
5 Enter
:dump screen
KEYS
unset NO_COLOR

# what the figures are: the cursor's column
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
3 t
"trend
Enter Right
:dump projects
KEYS
grep -q '█ 取組数（件）' "$screen_work/projects" || screen_fail 'not the column of the cursor'
grep -q '━' "$screen_work/projects" && screen_fail 'a goal of hours beside numbers of projects'

# back to where one was; its figures can be written and corrected from there
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
5 7*Down
:dump before
Enter x
C-a C-k
"rate.csv
Enter q
:dump after
Enter e
:dump values
KEYS
screen_expect 'back again' "$(sed 23d "$screen_work/after")" "$(sed 23d "$screen_work/before")"
grep -q '指標の値' "$screen_work/values" || screen_fail 'no way to the values'
screen_expect 'rows written' "$(tail -n +2 "$screen_work/rate.csv" | cut -d, -f1-4 | tr -d '\r' | head -n 1)" \
	'2025,39,80,48.8'

# stacked bars of the departments by problem type, and of the problem types by tool
for size in 80x24 40x12 120x40; do
	for lang in ja en; do
		chart_test "stack-$lang-$size" $size --lang $lang --ambiguous=1 <<-'KEYS'
			3 t
			"departments
			Enter c
			:dump screen
		KEYS
	done
done
chart_test stack-matrix 80x24 --lang ja --ambiguous=2 <<'KEYS'
3 t
"matrix
Enter c Down
:dump screen
KEYS
NO_COLOR=1
export NO_COLOR
chart_test stack-plain 80x24 --lang ja --ambiguous=2 <<'KEYS'
3 t
"departments
Enter c
:dump screen
KEYS
chart_test heat-plain 80x24 --lang ja --ambiguous=1 <<'KEYS'
3 t
"matrix
Enter
:dump screen
KEYS
unset NO_COLOR

# a bar leads where its row does, by key and by mouse; the table comes back
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
3 t
"departments
Enter c Down Enter
:dump key
q c
:dump table
c
:double 4 3
:dump mouse
KEYS
screen_expect 'one level down' "$(cat "$screen_work/mouse")" "$(cat "$screen_work/key")"
grep -q '▸ 土木建築部' "$screen_work/key" || { cat "$screen_work/key"; screen_fail 'not where the bar leads'; }
grep -q '取組数' "$screen_work/table" || screen_fail 'no table again'
screen_done
