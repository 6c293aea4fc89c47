# The rollups: what the tables show in every size, the way down to the projects, and what leaves.
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

rollup_test() {
	rollup_name=$1
	rollup_size=$2
	shift 2
	screen_test "rollup-$rollup_name" "$rollup_size" -f "$base" --fy R7 "$@"
}

# The projects that keys lead to.
projects_listed() {
	printf '%s\n:wait\n:dump list\n' "$1" |
		screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1
	screen_expect "$1" "$(grep -o 'R7-[0-9]*' "$screen_work/list" | sort -u | xargs)" "$2"
}

for size in 80x24 40x12 120x40; do
	for ambiguous in 1 2; do
		rollup_test "$size-$ambiguous" $size --lang ja --ambiguous=$ambiguous <<-'END'
			3
			:dump screen
		END
	done
done
rollup_test english 80x24 --lang en --ambiguous=1 <<'END'
3
:dump screen
END

# the ready-made tables, with bars and shades
rollup_test matrix 120x40 --lang ja --ambiguous=1 <<'END'
3 t
"matrix
Enter
:dump screen
END
rollup_test shades-ascii 80x24 --lang ja --ambiguous=2 <<'END'
3 t
"departments
Enter v v
:dump screen
END
rollup_test teams-narrow 40x12 --lang ja --ambiguous=1 <<'END'
3 t
"teams
Enter 4*Right
:dump screen
END
rollup_test trend 80x24 --lang ja --ambiguous=1 <<'END'
3 t
"trend
Enter
:dump screen
END

# own rows and columns; a second row dimension has subtotals
rollup_test own 120x40 --lang ja --ambiguous=1 <<'END'
3 R
"department
Enter
"status
Enter m
:dump figures
3*Down Space Enter
:dump screen
END
screen_expect 'figures marked' "$(grep -c '✓' "$screen_work/figures")" 5

# down to the projects and back up
rollup_test down 80x24 --lang ja --ambiguous=1 <<'END'
3 Enter Enter Enter
:dump screen
END
projects_listed '3 Enter Enter Enter Down Enter' R7-0003
projects_listed '3 t
"matrix
Enter Right Enter End Enter' 'R7-0003 R7-0004'
rollup_test up 80x24 --lang ja --ambiguous=1 <<'END'
3 Enter Enter Enter Enter q Backspace q
:dump screen
END
projects_listed '3 End Enter' 'R7-0001 R7-0002 R7-0003 R7-0004 R7-0005'

# sorted by the cursor's column, and turned round
rollup_test sorted 80x24 --lang ja --ambiguous=1 <<'END'
3 Right Right o o
:dump screen
END

# a click on a heading sorts, a double click opens
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
3
:click 3 53
:dump clicked
:double 5 3
:dump doubled
END
screen_expect 'heading clicked' "$(sed -n '4p' "$screen_work/clicked" | grep -c '▼')" 1
screen_expect 'row opened' "$(grep -c '部局別  見本県 ▸ ②文書' "$screen_work/doubled")" 1

# stage, basis, share and change
rollup_test actual 80x24 --lang ja --ambiguous=1 <<'END'
3 s s b % d
:dump screen
END

# narrowed; what narrows is said below the table
rollup_test narrowed 80x24 --lang ja --ambiguous=1 <<'END'
3 f
"tool:kintone
Enter
:dump screen
END
# what may be typed next is offered, and filters kept under a name
mkdir -p "$screen_work/.config/uraniwa"
echo '生成AIの実施中 = any-tool:genai status:running' > "$screen_work/.config/uraniwa/filters"
rollup_test offered 80x24 --lang ja --ambiguous=1 <<'END'
3 f
:dump screen
END
rollup_test offered-kept 80x24 --lang ja --ambiguous=1 <<'END'
3 f Tab
"dobo
Tab Enter
:dump screen
END
rm -r "$screen_work/.config"
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
3 t
"督促
Enter
:wait
:dump nothing
END
screen_expect 'a table that has nothing to list' \
	"$(grep -c '督促する班はありません' "$screen_work/nothing")" 1
rollup_test wrong-filter 80x24 --lang ja --ambiguous=1 <<'END'
3 f
"tol:kintone
Enter
:dump screen
END
rollup_test wrong-filter-40x12 40x12 --lang ja --ambiguous=1 <<'END'
3 f
"tol:kintone
Enter
:dump screen
END

rollup_test explained 80x24 --lang ja --ambiguous=1 <<'END'
3 Down w
:dump screen
END

# a row by its name
rollup_test found 80x24 --lang ja --ambiguous=1 <<'END'
3 /
"情報連携
Enter
:dump screen
END

# a year without projects, and a unit that is not there in it
rollup_test other-year 80x24 --lang ja --ambiguous=1 <<'END'
3 Enter Enter [ [
:dump screen
END

# what leaves is what stands on the screen; a file is not replaced without being asked for
rm -f "$screen_work/problem-types-R7.csv"
rollup_test exported 80x24 --lang ja --ambiguous=1 <<'END'
3 x Enter
:dump screen
END
tr -d '\r' < "$screen_work/problem-types-R7.csv" | sed '1s/^\xef\xbb\xbf//' > "$screen_work/csv"
diff - "$screen_work/csv" <<'END' || screen_fail 'exported file'
課題類型コード,課題類型,取組数（件）,削減時間（時間）,人役,時間比（%）,範囲：団体,範囲：年度,範囲：区分,範囲：年度内/平年度,範囲：1人役の時間,備考
1,紙・手作業・旧システム依存による業務非効率,3,1331,0.7,82.1,見本県,令和7年度,見込,年度内,1860,
2,文書・資料作成・情報整理の負担,1,278,0.1,17.2,見本県,令和7年度,見込,年度内,1860,
3,情報連携・共有・調整の非効率,1,12,0.0,0.7,見本県,令和7年度,見込,年度内,1860,
4,業務プロセス・フローの煩雑さ,0,0,0.0,0.0,見本県,令和7年度,見込,年度内,1860,
5,データ活用・分析の未熟さ,0,0,0.0,0.0,見本県,令和7年度,見込,年度内,1860,
6,スキル・リテラシーのバラつき/不足,0,0,0.0,0.0,見本県,令和7年度,見込,年度内,1860,
7,人員・時間リソースの不足,0,0,0.0,0.0,見本県,令和7年度,見込,年度内,1860,
8,その他（電子申請等における周知率の低さ）,0,0,0.0,0.0,見本県,令和7年度,見込,年度内,1860,
total,合計,5,1621,0.9,100.0,見本県,令和7年度,見込,年度内,1860,"令和7年度　見込・年度内　1人役 = 1,860時間 / 集計に含めていない取組：下書き・差戻し1件 / 端数処理のため、合計と内訳の計が一致しない場合がある"
END
echo kept > "$screen_work/problem-types-R7.csv"
rollup_test not-replaced 80x24 --lang ja --ambiguous=1 <<'END'
3 x Enter
:dump screen
n
END
screen_expect 'file kept' "$(cat "$screen_work/problem-types-R7.csv")" kept

# a year without projects: there is nothing to open, copy or explain, and nothing breaks
screen_run 80x24 -f "$base" --lang ja --ambiguous=1 <<'END'
:trial
8*] y Enter Tab y Enter Tab y Enter
3 y w Enter v v % d o Esc Backspace x Esc
t Down Enter y Down Right y Enter
END

# the rules of R8 on R7, then its units; another screen shows what is
for size in 80x24 40x12; do
	screen_test rollup-trial-$size $size -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
3 T Down Enter
:dump screen
END
done
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'END'
3 T Down Enter
:dump trial
T Down Down Enter
:dump units
1
:dump home
3 T
"そのまま
Enter
:dump as-it-is
END
grep -q '令和8年度の標準業務の規則で' "$screen_work/trial" || screen_fail 'the trial is not named'
grep -q '令和8年度の組織で' "$screen_work/units" || screen_fail 'the units are not named'
grep -q '令和8年度' "$screen_work/home" && screen_fail 'a trial has reached home'
grep -q '令和8年度' "$screen_work/as-it-is" && screen_fail 'the trial goes on'

# a table that does not tie is shown with its difference, and leaves only when confirmed
cp "$base" "$screen_work/bad.db"
sqlite3 "$screen_work/bad.db" "UPDATE project SET estimate_in_year = estimate_in_year + 60
	WHERE number = 2"
rm -f "$screen_work/problem-types-R7.csv"
screen_test rollup-does-not-tie 80x24 -f "$screen_work/bad.db" --fy R7 --lang ja --ambiguous=1 <<'END'
3
:dump screen
x
:dump question
n
END
screen_expect 'asked' "$(grep -c '検算が合わない表です' "$screen_work/question")" 1
[ ! -e "$screen_work/problem-types-R7.csv" ] || screen_fail 'written though it does not tie'

screen_done
