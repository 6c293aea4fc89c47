# What the office does with the projects of a year: those alike, double counting, snapshots. On the
# sample prefecture, whose near-copies were planted.
. "$abs_srcdir/tests/ui/screen_test.sh"

"$URANIWA" demo > "$screen_work/log" 2>&1 < /dev/null || { cat "$screen_work/log"; exit 1; }
fresh=$screen_work/.local/share/uraniwa/demo.db
work=$screen_work/work.db

# Each run has a database of its own.
copying_test() {
	copying_name=$1
	copying_size=$2
	shift 2
	rm -f "$work"*
	cp "$fresh" "$work"
	screen_test "copying-$copying_name" "$copying_size" -f "$work" --fy R7 --user office \
		--ambiguous=1 "$@"
}
kept() {
	"$URANIWA" -f "$work" --fy R7 --user office "$@" --format csv | tr -d '\r'
}

for size in 80x24 40x12 120x40; do
	copying_test "similar-$size" $size --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
=
:wait
:dump screen
END
done
copying_test similar-en 80x24 --lang en <<'END'
2 /
"R7-0484
Enter
:wait
=
:wait
:dump screen
END
# The list of one that is alike, also of another year; then copied for the first team.
copying_test similar-open 80x24 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
= Down Down Down Down Down Enter
:wait
:dump screen
END
copying_test similar-copy 80x24 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
= c
"行政改革
Enter
:wait
:dump screen
END
screen_expect 'the copy' "$(kept list number:R7-0747 --columns number,team,copied_from |
	tail -n 1 | cut -d, -f1,2)" 'R7-0747,行政改革班'

for size in 80x24 40x12 120x40; do
	copying_test "overlaps-$size" $size --lang ja <<'END'
3 t
"二重
Enter
:wait
:dump screen
END
done
copying_test overlaps-cleared 120x40 --lang ja <<'END'
3 t
"二重
Enter
:wait
e
"帳票が異なる
Enter
G Up
:dump screen
END
screen_expect 'cleared' "$(kept table overlaps | grep -c 帳票が異なる)" 1
copying_test overlaps-open 80x24 --lang ja <<'END'
3 t
"二重
Enter
:wait
Enter
:wait
:dump screen
END
copying_test overlaps-reader 80x24 --lang ja --user nobody <<'END'
3 t
"二重
Enter
e
:wait
:dump screen
END

copying_test snapshots-none 80x24 --lang ja <<'END'
3 Z
:dump screen
END
copying_test snapshots-frozen 80x24 --lang ja <<'END'
3 Z n
"中間
Enter
y
:wait
:dump screen
END
screen_expect 'frozen' "$(kept snapshot list | tail -n 1 | cut -d, -f1,2,5)" '中間,2025,746'
copying_test snapshots-choice 80x24 --lang ja <<'END'
3 Z n
"中間
Enter
y Enter
:wait
:dump screen
END
copying_test snapshots-diff 80x24 --lang ja <<'END'
3 Z n
"中間
Enter
y Enter Enter
:wait
f
"文書・資料
Enter
s b
:dump screen
END
copying_test snapshots-verify-en 80x24 --lang en <<'END'
3 Z n
"interim
Enter
y V
:dump screen
END
copying_test snapshots-table 80x24 --lang ja <<'END'
3 Z n
"中間
Enter
y Enter
"problem
Enter
:wait
:dump screen
END

# --- the form: reports as sections, what is like a title, stages that are fixed --------------------
for size in 80x24 40x12; do
	copying_test "form-interim-$size" $size --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
Enter
:wait
:field interim
:dump screen
END
done
copying_test form-results 80x24 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
Enter
:wait
:field results
"予約の重複がなくなった。
C-s
:wait
:dump screen
END
screen_expect 'the result' "$(kept list number:R7-0484 --columns result_text | tail -n 1)" \
	'予約の重複がなくなった。'
copying_test form-results-en 80x24 --lang en <<'END'
2 /
"R7-0006
Enter
:wait
Enter
:wait
:field results
:dump screen
END
copying_test form-title 80x24 --lang ja <<'END'
2 n
:wait
Tab
"公用車予約のkintone
:wait
:dump screen
END
# A piece of work that another project of the section claims.
copying_test form-work 80x24 --lang ja <<'END'
2 /
"R7-0175
Enter
:wait
Enter
:wait
Tab Tab
:wait
:dump screen
END
# The forecast is fixed with the interim report: a change needs a reason, which is kept.
copying_test form-stage-fixed 80x24 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
Enter
:wait
:field savings
:field before_minutes
"9
Tab C-s
:wait
:dump screen
END
copying_test form-stage-reason 120x40 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
Enter
:wait
:field savings
:field before_minutes
"9
Tab C-s
"計測し直した
Enter
:wait
Esc H
:wait
:dump screen
END

# How many cases there are in all, in the sheet.
for size in 80x24 40x12; do
	copying_test "form-headroom-$size" $size --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
Enter
:wait
:field savings
:field unit_cases
"12000
:dump screen
END
done
copying_test headroom 80x24 --lang ja <<'END'
3 t
"余地
Enter
:wait
:dump screen
END

# Who took it over, what wider use would save and the reports, in the preview.
copying_test preview 120x60 --lang ja <<'END'
2 /
"R7-0484
Enter
:wait
c
"行政改革
Enter
:wait
Esc Esc
:wait
2 /
C-u
"R7-0484
Enter
:wait
:dump screen
END
# What waits for the office, on home; nobody else is told.
waits() {
	printf ':wait\n:dump home\n' | screen_run 120x40 -f "$fresh" --fy R7 --ambiguous=1 --lang ja "$@"
	grep -c '二重計上の可能性: 2件が未確認' "$screen_work/home"
}
screen_expect 'told to the office' "$(waits --user office)" 1
screen_expect 'told to others' "$(waits --user nobody)" 0

# A leader's copy is the leader's own, as a new project is; the office's is nobody's yet.
copied_by() {
	rm -f "$work"*
	cp "$fresh" "$work"
	"$URANIWA" -f "$work" --fy R7 --user "$1" copy R7-0172 --team 010202 > "$screen_work/log" 2>&1 ||
		cat "$screen_work/log"
	kept list number:R7-0747 --columns leader | tail -1
}
screen_expect "whose a leader's copy is" "$(copied_by nishimura-m)" '西村 恵'
screen_expect "whose the office's copy is" "$(copied_by office)" '""'

# R7-0006 is completed, R7-0007 running: what makes both “reported” is called by where it leads.
screen_run 80x24 -f "$fresh" --fy R7 --user office --ambiguous=1 --lang ja <<'END'
2 5*Down Space Space m
:dump mixed
END
screen_expect 'one name for two moves' "$(grep -c '「中間報告済」にする' "$screen_work/mixed")" 1
screen_expect 'the name of one of them' "$(grep -c '完了を取り消す' "$screen_work/mixed")" 0
screen_done
