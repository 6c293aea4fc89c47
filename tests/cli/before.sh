#!/bin/sh
# What the work took before and takes after: entered, imported, exported, explained; and files whose figures
# are numbers, a column each.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
export LANGUAGE
small_body a.db

# column FILE WORD: the cells of the columns whose heading begins with the word.
column() {
	sed 's/^\xef\xbb\xbf//; s/\r//' "$1" | awk -F, -v word="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
		if (index($i, word) == 1) wanted[i] = 1 }
		{ line = $2 "," $3; for (i = 4; i <= NF; i++) if (wanted[i]) line = line "," $i; print line }' >>"$transcript"
}

note 'a line may say both: what is saved is the difference'
quietly -f a.db --fy R7 add --team T111 --title 甲 --effect 'label=受付,direct_before_hours=1095,direct_after_hours=176'
quietly -f a.db --fy R7 add --team T111 --title 乙 --effect 'direct_hours=-12:30'
uraniwa -f a.db explain R7-1
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_hours=1200'
uraniwa -f a.db edit R7-1 --effect 'line=2,direct_after_hours=10'
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_before_hours=-1'
uraniwa -f a.db edit R7-1 --effect 'line=1,direct_before_hours=1100'
uraniwa -f a.db explain R7-1
uraniwa -f a.db undo
uraniwa -f a.db explain R7-1

note 'sheets of hours before and after, in the words of offices'
printf '取組番号,行,導入前（時間）,導入後（時間）\nR7-2,2,"1,095",176\n' >both.csv
uraniwa -f a.db import effects --dry-run both.csv
uraniwa -f a.db import effects both.csv
uraniwa -f a.db import effects both.csv
printf '取組番号,行,導入前時間,導入後時間,直接入力\nR7-2,2,1095,176,900\n' >three.csv
uraniwa -f a.db import effects three.csv
printf '取組番号,行,導入後時間\nR7-2,1,176\n' >after.csv
uraniwa -f a.db import effects after.csv
note '… the others stay: those before where those saved change, those after where those before do'
printf '取組番号,行,直接入力（分）\nR7-2,2,60000\n' >saved.csv
uraniwa -f a.db import effects saved.csv
printf '取組番号,行,導入前時間\nR7-2,2,1200\n' >before.csv
uraniwa -f a.db import effects before.csv
"$URANIWA" -f a.db export effects -o out.csv </dev/null
column out.csv direct
note '… rounded hours leave minutes alone'
printf '取組番号,行,直接入力（分）,導入前（分）\nR7-2,2,55000,60001\n' >minutes.csv
uraniwa -f a.db import effects minutes.csv
printf '取組番号,行,直接入力,導入前時間\nR7-2,2,917,1000\n' >hours.csv
uraniwa -f a.db import effects hours.csv
note '… emptied hours go'
printf '取組番号,行,直接入力,取組前分,取組前件数\nR7-2,2,,30,10\n' >counted.csv
uraniwa -f a.db import effects counted.csv
uraniwa -f a.db explain R7-2

note 'twelve months are twelve numbers; the old form is still read'
printf '取組番号,行,取組前分,月別件数\nR7-2,3,60,0;0;1;3;0;0;0;0;0;0;0;8\n' >months.csv
uraniwa -f a.db import effects months.csv
printf '取組番号,行,取組前分,6月,3月の件数,10月\nR7-2,4,60,5,,7\n' >some.csv
uraniwa -f a.db import effects some.csv
printf '取組番号,行,取組前分,4月\nR7-2,4,60,2\n' >april.csv
uraniwa -f a.db import effects april.csv
printf '取組番号,行,取組前分,4月\nR7-2,4,60,二\n' >bad.csv
uraniwa -f a.db import effects bad.csv
"$URANIWA" -f a.db export effects -o out.csv --force </dev/null
column out.csv cases_
column out.csv direct
"$URANIWA" -f a.db export effects --format json </dev/null | sed -n 's/.*"project_number"/"project_number"/; 2p; 5p' >>"$transcript"

note 'what is exported comes back byte for byte'
for dress in '' '--lang ja' '--encoding cp932'; do
	# shellcheck disable=SC2086
	quietly -f a.db export effects $dress -o dressed.csv --force
	quietly -f b.db init --body-code 990009 --body-name 試験市
	cp "$sheets/units.csv" units.csv
	quietly -f b.db import units units.csv
	quietly -f a.db --user office export projects -o projects.csv --force
	quietly -f b.db --user office import projects projects.csv
	quietly -f b.db --user office import effects --replace dressed.csv
	quietly -f b.db export effects $dress -o again.csv --force
	same dressed.csv again.csv
	uraniwa -f a.db import effects dressed.csv
	rm b.db*
done

note 'sheets of projects may have them, too'
cat >sheet.csv <<'END'
取組名,班コード,課題類型,ICTツール,導入前時間,導入後（時間）,削減時間
丙,T111,1,RPA,"1,095時間",176,
丁,T111,1,kintone,200,,
戊,T111,2,RPA,,,50
己,T111,2,RPA,10.5,3,8
END
uraniwa -f a.db --fy R7 import projects sheet.csv
uraniwa -f a.db --fy R7 import projects sheet.csv
printf '取組名,班コード,導入前時間,導入後時間,削減時間\n庚,T111,100,20,50\n辛,T111,,20,\n' >bad.csv
uraniwa -f a.db --fy R7 import projects bad.csv
uraniwa -f a.db edit R7-3 --set hours_after=180
columns=number,title,hours,hours_before,hours_after,reduction_rate
uraniwa -f a.db --fy R7 list --columns $columns --sort -reduction_rate
"$URANIWA" -f a.db --fy R7 list --columns $columns --format csv </dev/null >list.csv
cat list.csv >>"$transcript"
uraniwa -f a.db --fy R7 import projects list.csv

note 'measures of any table, and on how many projects they stand'
quietly -f a.db --fy R7 --user office edit R7-1 --set 課題類型=1 --set ツール=RPA
quietly -f a.db --fy R7 --user office edit R7-2 --set 課題類型=1 --set ツール=RPA
for number in 1 2; do quietly -f a.db --user office move R7-$number submitted; done
uraniwa -f a.db --fy R7 rollup --rows problem-type --measure projects,hours,hours-before,hours-after,reduction-rate
uraniwa -f a.db --fy R7 rollup --rows problem-type --measure hours-before,hours-after,reduction-rate --format csv
uraniwa -f a.db --fy R7 rollup --rows tool --measure reduction-rate --stage actual
uraniwa -f a.db --fy R7 rollup --rows tool --measure 導入前,削減率,share

note 'the sample: by section as plain SQL has it from the lines, at every stage, on either basis'
quietly demo
demo=$HOME/.local/share/uraniwa/demo.db
for stage in estimate forecast actual; do
	for basis in in_year full_year; do
		dashed=$(echo $basis | tr _ -)
		"$URANIWA" -f "$demo" --fy R7 rollup --rows section --stage $stage --basis "$dashed" --format csv \
			--measure hours-before,hours-after,reduction-rate </dev/null | tr -d '\r' |
			sed '1d; /合計/d' | cut -d, -f3,5-8 | awk -F, '$5 > 0' | sort >ours
		months="month.key >= first_month AND month.key < first_month + periods_in_year"
		[ $basis = in_year ] || months=1
		sqlite3 -csv "$demo" "WITH line AS (SELECT project_id, saved_$basis AS saved, CASE kind
				WHEN 'direct' THEN direct_before_$basis
				WHEN 'per-period' THEN before_minutes * before_cases / 100 * periods_$basis
				ELSE (SELECT COALESCE(sum(before_minutes * month.value / 100), 0)
					FROM json_each('[' || monthly_cases || ']') AS month WHERE $months) END AS before
				FROM effect_line WHERE stage = '$stage'),
			knowing AS (SELECT project_id, sum(before) AS before, sum(saved) AS saved FROM line
				GROUP BY project_id HAVING min(before) >= 0),
			section AS (SELECT section_code, sum(before) AS before, sum(saved) AS saved, count(*) AS of
				FROM knowing JOIN project ON id = project_id WHERE fiscal_year = 2025
				AND status NOT IN ('draft', 'returned', 'cancelled') AND exclusion <> 'confirmed'
				GROUP BY section_code)
			SELECT section_code, (before + 30) / 60, (before - saved + 30) / 60,
				iif(before > 0, printf('%s%d.%d', iif(saved < 0, '-', ''),
					(2000 * abs(saved) + before) / (2 * before) / 10,
					(2000 * abs(saved) + before) / (2 * before) % 10), ''), of
			FROM section" | tr -d '\r"' | sort >theirs
		same theirs ours
		[ "$(wc -l <ours)" -gt 5 ] || fail "$stage $basis: hardly any section"
	done
done

note 'changed behind the program'\''s back, it does not tie'
sqlite3 a.db "UPDATE project SET estimate_before_in_year = estimate_before_in_year + 1 WHERE number = 3"
uraniwa -f a.db --fy R7 rollup --rows problem-type --measure hours-before,reduction-rate -o held.csv
sqlite3 a.db "UPDATE project SET estimate_before_in_year = estimate_before_in_year - 1 WHERE number = 3;
	UPDATE effect_line SET before_in_year = before_in_year + 60 WHERE project_id = (SELECT id FROM project WHERE number = 3)"
"$URANIWA" -f a.db check </dev/null 2>&1 | grep -v ^正常 >>"$transcript"
quietly -f a.db check --repair

note 'the history tells it, and all of it holds'
quietly -f a.db --user office edit R7-2 --effect 'line=1,direct_before_hours=20'
uraniwa -f a.db history R7-2 --limit 1
quietly -f a.db --user office undo
uraniwa -f a.db history R7-1
uraniwa -f a.db check
finish
