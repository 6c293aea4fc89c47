#!/bin/sh
# Standard work: rules flag what is saved, the office confirms or clears, and a trial says what the rules
# of next year would leave of this one.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/sample.db
export URANIWA_DB
quietly init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done
URANIWA_USER=office
export URANIWA_USER

note 'a trial: as if the rules of R8 applied to R7; R7 itself is as it was'
"$URANIWA" table ict-tools --fy R7 --format csv >before.csv
uraniwa table ict-tools --fy R7 --rules R8
uraniwa rollup --rows department --fy R7 --rules R8 --format csv
uraniwa table ict-tools --fy R7 --rules R7 --format csv
uraniwa table ict-tools --fy R7 --rules soon
"$URANIWA" table ict-tools --fy R7 --format csv | cmp - before.csv || fail 'the trial has left something behind'

note 'flagged when saved, unflagged with the words'
uraniwa add --fy R8 --team 010101 --title 会議の議事録の文字起こし --problem-type 2 --tool gijiroku-ai --set hours=10
uraniwa add --fy R7 --team 010101 --title 会議の議事録の文字起こし --problem-type 2 --tool gijiroku-ai --set hours=10
uraniwa list excluded:flagged --fy R8 --columns number,title,excluded
uraniwa list excluded:flagged --fy R7 --columns number,title,excluded
uraniwa edit R8-0001 --set title=会議室の予約
uraniwa list excluded:flagged --fy R8 --columns number,title,excluded
uraniwa edit R8-0001 --set title=会議の議事録の文字起こし

note 'the office confirms or clears'
uraniwa --user adachi-s rule confirm R8-0001
uraniwa rule clear R7-0001
uraniwa rule confirm R8-0001
uraniwa move R8-0001 submitted
uraniwa table ict-tools --fy R8 --format csv
uraniwa rule clear R8-0001
uraniwa list R8-0001 --fy R8 --columns number,excluded
uraniwa undo
uraniwa list R8-0001 --fy R8 --columns number,excluded
uraniwa history R8-0001 --limit 2

note 'a trial judges anew: what was confirmed by a rule of R8 counts by those of R7'
quietly add --fy R8 --team 010101 --title 会議の議事録の文字起こし --problem-type 2 --tool gijiroku-ai --set hours=10
quietly add --fy R8 --team 010101 --title 庁舎の予約 --problem-type 2 --tool kintone --set hours=5
for number in R8-0002 R8-0003; do
	for field in approach current_issue qualitative_effect; do quietly edit $number --set $field=はい; done
	quietly move $number submitted
	quietly rule confirm $number
done
uraniwa rollup --rows tool --fy R8 --format csv
uraniwa rollup --rows tool --fy R8 --rules R8 --format csv
uraniwa rollup --rows tool --fy R8 --rules R7 --format csv
# whose claims they are does not count either: of three projects with the same work the rule of R6 leaves two
small_body overlaps.db
quietly -f overlaps.db rule add first_fiscal_year=R6 last_fiscal_year=R6 words=集計表 reason=標準業務
for title in 集計表の自動化 申請の受付 窓口の案内; do
	quietly -f overlaps.db --fy R7 add --team T111 --title "$title" --problem-type 1 --tool kintone \
		--set work=受付 --set hours=10
done
quietly -f overlaps.db --fy R7 move R7-0001 R7-0002 R7-0003 submitted
numbers() {
	"$URANIWA" -f overlaps.db --fy R7 table overlaps --format csv "$@" | grep -o 'R7-0001.*R7-0003\|R7-0002, R7-0003'
}
[ "$(numbers)" = 'R7-0001, R7-0002, R7-0003' ] || fail "overlaps: $(numbers)"
[ "$(numbers --rules R6)" = 'R7-0002, R7-0003' ] || fail "overlaps by the rules of R6: $(numbers --rules R6)"

# a year that the rules leave nothing of is not known, with a filter or without: nothing is compared with it
quietly -f overlaps.db --fy R6 add --team T111 --title 集計表の転記 --problem-type 1 --tool kintone --set hours=1
quietly -f overlaps.db --fy R6 move R6-0001 submitted
for filter in '' 'type:1'; do
	for known in R6: R7:29; do
		change=$("$URANIWA" -f overlaps.db --fy R7 rollup --rows problem-type --measure hours,change --format csv \
			--encoding utf-8 --rules "${known%:*}" --filter "$filter" | sed -n 's/^total,[^,]*,[^,]*,\([^,]*\),.*/\1/p')
		[ "$change" = "${known#*:}" ] || fail "rules ${known%:*}, filter '$filter': the change is '$change'"
	done
done

finish
