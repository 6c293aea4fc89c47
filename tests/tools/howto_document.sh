#!/bin/sh
# howto_document - a table is added to the reports as HACKING.md shows, and leaves in every way that tables leave.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add a table to the reports'
howto_touches 1 1
howto_build
howto_body
howto_says '^leaders +リーダーごとの' uraniwa table
howto_says 'DX推進リーダー別' uraniwa table leaders
howto_says '^合計 +3 +1,881 ' uraniwa table leaders
howto_says '^total,合計,,3,1881,1.0,.*fiscal_year=2025' uraniwa table leaders --format csv
howto_says '"table": "leaders"' uraniwa table leaders --format json
howto_says '分 = 1,88[01]時間' uraniwa explain leaders
for howto_ending in csv json $(sed -n 's/^#define HAVE_XLSX 1/xlsx/p; s/^#define HAVE_PDF 1/pdf/p' "$howto_build/config.h"); do
	howto_quietly uraniwa table leaders -o "leaders.$howto_ending"
	[ -s "leaders.$howto_ending" ] || howto_fail "nothing in leaders.$howto_ending"
done
howto_quietly uraniwa check
howto_quietly uraniwa snapshot freeze 年度末
uraniwa table leaders >now
# it names its snapshot, and is the same but for that
uraniwa table leaders --snapshot 年度末 >snapshot
grep -q '^確定値: 年度末 ' snapshot || howto_fail 'the frozen table does not name its snapshot'
grep -v '^確定値: 年度末 ' snapshot >frozen
cmp -s now frozen || howto_fail 'frozen, it is another table'
howto_screen 80x24 <<'END'
4
:dump reports
END
howto_says 'DX推進リーダー別' cat "$howto_work/reports"
howto_done
