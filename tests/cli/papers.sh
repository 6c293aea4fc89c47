# Tables as workbooks and on paper: what stands in them is what the other formats say, with a native
# chart in Excel; read back with other programs.
set -u
: "${URANIWA:?run the tests with make check}" "${abs_srcdir:?}"
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work
export HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME URANIWA_DB
cd "$work" || exit 99
failures=0
fixture=$abs_srcdir/tests/ui/fixture

fail() {
	echo "FAIL: $*"
	failures=$((failures + 1))
}
u() {
	"$URANIWA" -f base.db --fy R7 "$@"
}

u init --body-code 990001 --body-name 見本県 2> log || exit 1
u import units "$fixture/units.csv" 2>> log || exit 1
u import projects "$fixture/projects.csv" 2>> log || exit 1
u import effects "$fixture/effects.csv" 2>> log || exit 1
u import indicators "$abs_srcdir/tests/golden/oita-indicators.csv" 2>> log || exit 1

# build says what it lacks
if ! u table goal -o goal.xlsx 2> log; then
	grep -q 'xlsx' log || fail "no word on xlsx: $(cat log)"
	echo 'no xlsx in this build'
elif command -v unzip > /dev/null; then
	unzip -p goal.xlsx xl/sharedStrings.xml > words || fail 'no workbook'
	unzip -p goal.xlsx xl/charts/chart1.xml > chart || fail 'no chart'
	for word in ストック 目標 見本県; do
		grep -q "$word" words || fail "no $word in the workbook"
	done
	grep -q '<c:lineChart>' chart || fail 'no lines'
	grep -q '<c:v>138650</c:v>' chart || fail 'no target in the chart'
	u table departments -o departments.xlsx
	unzip -p departments.xlsx xl/charts/chart1.xml | grep -q '<c:barDir val="bar"/>' || fail 'no bars'
	unzip -p departments.xlsx xl/worksheets/sheet1.xml > sheet
	grep -q '<v>1530</v>' sheet || fail 'no hours of a department'
	grep -q mergeCell sheet && fail 'merged cells'
	u table departments -o again.xlsx
	cmp departments.xlsx again.xlsx || fail 'the same table gives other bytes'
fi

if ! u table goal -o goal.pdf 2> log; then
	grep -q 'pdf\|fonts' log || fail "no word on pdf: $(cat log)"
	echo 'no pdf in this build, or no font'
elif command -v pdftotext > /dev/null; then
	pdftotext -layout goal.pdf goal.txt || fail 'no paper'
	for word in 複数年度の目標 ストック 138,650 見本県 1,860時間 2025-11-20; do
		grep -q -- "$word" goal.txt || fail "no $word on paper"
	done
	grep -q '1 */ *1$' goal.txt || fail 'no page number'
	u table goal -o again.pdf
	cmp goal.pdf again.pdf || fail 'the same table gives another paper'
fi

# records are no paper
u export projects --format pdf -o records.pdf 2> log && fail 'records on paper'
grep -q 'csv' log || fail "no other format offered: $(cat log)"
[ "$failures" -eq 0 ]
