#!/bin/sh
# howto_effect_field - a field of an effect line is added as HACKING.md shows, and stands in files both ways, JSON,
# commands, history and the form. A row that leaves something out, or whose type is not that of its member, does
# not compile.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add a field to effect lines'
howto_touches 1 2
[ "$(grep -c . "$howto_tree"/data/schema/sqlite/*-remark.sql)" = 1 ] || howto_fail 'the migration is not one line'
howto_build
howto_body

# --- commands and files --------------------------------------------------------------------------

howto_quietly uraniwa edit R7-0001 --effect 'line=1,stage=estimate,remark=窓口の記録'
howto_says '"remark": "窓口の記録"' uraniwa show R7-0001 --format json
howto_says '明細の備考 .*窓口の記録' uraniwa history R7-0001
howto_quietly uraniwa export effects --filter number:R7-0001 -o out.csv
grep -q ',remark,' out.csv || howto_fail_with out.csv 'no remark in the file'
sed 's/窓口の記録/台帳から/' out.csv >in.csv
howto_quietly uraniwa import effects in.csv
howto_says '"remark": "台帳から"' uraniwa show R7-0001 --format json
howto_says '明細の備考 .*窓口の記録.*台帳から' uraniwa history R7-0001
howto_quietly uraniwa undo
howto_says '"remark": "窓口の記録"' uraniwa show R7-0001 --format json
sed '1s/,remark,/,作業の備考,/; s/窓口の記録/紙の控え/' out.csv >sheet.csv
howto_quietly uraniwa import effects sheet.csv
howto_says '"remark": "紙の控え"' uraniwa show R7-0001 --format json
howto_quietly uraniwa edit R7-0001 --effect 'line=1,stage=estimate,before_cases=90'
howto_quietly uraniwa copy R7-0001 --team T121
howto_says '"remark": "紙の控え"' uraniwa show R7-0004 --format json
howto_fails '明細の備考' uraniwa edit R7-0001 --effect "line=1,stage=estimate,remark=$(printf '%0700d' 0)"
howto_says '"remark": "紙の控え"' uraniwa show R7-0001 --format json
howto_quietly uraniwa check

# --- the form ------------------------------------------------------------------------------------

howto_screen 120x40 <<'END'
2
:wait
Enter
:wait
:field savings
:field remark
:dump before
"、台帳
Enter
C-s
:wait
:dump after
END
howto_says '明細の備考 +紙の控え' cat "$howto_work/before"
howto_says '数値の根拠' cat "$howto_work/before"
howto_says '明細の備考 +、台帳' cat "$howto_work/after"
# where there is room for one row below the sheet, it is that of the cursor
howto_screen 80x19 <<'END'
2
:wait
Enter
:wait
:field savings
:dump all
:field remark
:dump one
END
howto_says '│ 使途' cat "$howto_work/all"
! grep -q '明細の備考' "$howto_work/all" || howto_fail_with "$howto_work/all" 'both rows'
howto_says '明細の備考 +、台帳' cat "$howto_work/one"
howto_says '"remark": "、台帳"' uraniwa show R7-0001 --format json

# --- what is left out ----------------------------------------------------------------------------

howto_row_is_whole effect_columns.h REMARK 18 model/effect_field.c ui/form/form_cell.c
howto_row=$(sed -n '1s/STORED(TEXT,/STORED(COUNT,/p' "$howto_work/rows")
[ -n "$howto_row" ] || howto_fail_with "$howto_work/rows" 'the row has no text'
! howto_compiles model/effect_field.c ui/form/form_cell.c || howto_fail "this row compiles: $howto_row"
howto_done
