#!/bin/sh
# Every printed formula comes true with the numbers that it shows: those of explanations, of projects with
# their costs, of case sheets and screens, on the sample and on figures that do not divide evenly.
. "${abs_srcdir:?}/tests/cli/lib.sh"
formulas() {
	awk -v H=1860 -v least="$1" -f "$cli_tests/formulas.awk" "$2" || fail "$2: a formula is false"
}

# the judge itself: what is false is found
printf '%s\n' 'x: 44時間 × 4,000円 = 177,600円' >false.txt
awk -v H=1860 -f "$cli_tests/formulas.awk" false.txt >/dev/null && fail 'a false formula passes'
printf '%s\n' '  5,579分 = 93時間 = 0.0人役' >false.txt
awk -v H=1860 -f "$cli_tests/formulas.awk" false.txt >/dev/null && fail 'a false formula passes'
cat >true.txt <<'TXT'
x: 44時間24分 × 4,000円 = 177,600円
  1. 記録: 39.2分×88件 − 19.6分×88件 = 1,724分/月 × 7か月 = 12,068分
  2. 電話: 39.2分×1件 − 60分×1件 = △21分/月 × 12か月 = △252分
  x: 16,688分 = 278時間8分 = 0.1人役
  x: △31分 = △0時間31分 = △0.0人役
  3. 会議: 直接入力 1,095時間 − 176時間 = 919時間（削減率 83.9%）
回収: 1,200,000円 ÷ 2,004,000円/年 = 7.2か月
TXT
formulas 10 true.txt

"$URANIWA" demo </dev/null >/dev/null || fail demo
demo=$HOME/.local/share/uraniwa/demo.db
for table in problem-types realisation review goal destinations fractions; do
	"$URANIWA" -f "$demo" --fy R7 explain $table >$table.txt || fail "explain $table"
	formulas 700 $table.txt
done
"$URANIWA" -f "$demo" --fy R7 explain problem-types --basis full-year >full.txt || fail 'explain'
formulas 700 full.txt
"$URANIWA" -f "$demo" --fy R7 list cost:\>0 --columns number --format csv --encoding utf-8 | tr -d '\r' |
	sed 1d | cut -d, -f1 >numbers
[ "$(wc -l <numbers)" -gt 100 ] || fail 'few projects have costs'
awk 'NR % 2 == 1' numbers | while read -r number; do
	"$URANIWA" -f "$demo" show "$number" || fail "show $number"
done >shown.txt
formulas 400 shown.txt

# figures that do not divide: every rest of an hour, both signs, rates and costs that leave halves
URANIWA_DB=$work/odd.db
export URANIWA_DB
small_body "$URANIWA_DB"
echo number,fiscal_year,team_code,title,problem_type_code,tools,status,implementation_cost_yen,running_cost_yen >p.csv
echo project_number,line,stage,before_minutes,before_cases,after_minutes,after_cases,period,periods_in_year >e.csv
awk 'BEGIN {
	for (i = 1; i <= 120; i++) {
		printf "R7-%d,2025,T111,odd %d,1,kintone,running,%d,%d\n", i, i, 1000 + i * 37, i * 13 >>"p.csv"
		printf "R7-%04d,1,estimate,%d.%02d,%d,%d.5,%d,month,%d\n", i, 3 + i % 7, i * 7 % 100, i,
			i % 9, i + 3 * (i % 4), i % 13 >>"e.csv"
	}
}'
quietly import projects p.csv
quietly import effects e.csv
quietly param set hourly_rate_yen 3333
"$URANIWA" --fy R7 explain problem-types >odd.txt || fail 'explain'
formulas 480 odd.txt
i=1
while [ "$i" -le 120 ]; do
	"$URANIWA" --fy R7 show "R7-$i" || fail "show R7-$i"
	i=$((i + 1))
done >shown.txt
grep -c '労務費換算' shown.txt | grep -q '^120$' || fail 'a project is without its labour value'
grep -q '△.*倍' shown.txt || fail 'nothing below zero is worth seeing'
formulas 1000 shown.txt
