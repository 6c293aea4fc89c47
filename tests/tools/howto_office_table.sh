#!/bin/sh
# howto_office_table - a table of the office is added as HACKING.md shows, and stands wherever such a table can: in
# the office's menu and on a page, in its command, in files both ways, in help, history and undo; the judge of all
# ways in knows its cells.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add an office table'
howto_touches 3 2
howto_build
howto_body
URANIWA_USER=office
export URANIWA_USER

# --- its command ---------------------------------------------------------------------------------

howto_quietly uraniwa catalogue equipment add code=PC-001 name=ノートPC section_code=S11
howto_quietly uraniwa catalogue equipment add code=PC-002 name=スキャナー section_code=こども課
howto_says '^PC-002 +スキャナー +こども課' uraniwa catalogue equipment list
howto_quietly uraniwa catalogue equipment edit PC-002 section_code=S12 name=高速スキャナー
howto_says '^PC-002,高速スキャナー,S12' uraniwa catalogue equipment list --format csv
howto_fails 'コードとして使えません' uraniwa catalogue equipment add 'code=PC 3' name=机 section_code=S11
howto_fails 'この所属はありません' uraniwa catalogue equipment add code=PC-003 name=机 section_code=T111
howto_fails '入力してください' uraniwa catalogue equipment add code=PC-003 section_code=S11
howto_says '備品 +PC-002 +名称? +スキャナー +高速スキャナー' uraniwa history --limit 1
howto_quietly uraniwa undo
howto_says '^PC-002,スキャナー,S12' uraniwa catalogue equipment list --format csv
howto_quietly uraniwa catalogue equipment remove PC-002
howto_quietly uraniwa undo
howto_says '^ +equipment +備品: 所属に渡した備品' uraniwa help catalogue
howto_fails '「備品」は引き継ぎません: 備品はその所属に残ります' uraniwa --fy R8 carry equipment

# --- files ---------------------------------------------------------------------------------------

howto_quietly uraniwa export equipment -o out.csv
howto_says 'code,name,section_code' cat out.csv
howto_says '追加0件、変更0件、変更なし2件' sh -c '"$URANIWA" import equipment out.csv 2>&1'
printf '備品番号,品名,所属コード\nPC-001,ノートPC（貸出）,S11\nPC-004,プロジェクター,S12\n' >sheet.csv
howto_quietly uraniwa import equipment sheet.csv
howto_says '^PC-001,ノートPC（貸出）,S11' uraniwa catalogue equipment list --format csv
howto_says '^PC-004,プロジェクター,S12' uraniwa export equipment
printf '備品番号,品名,所属コード\nPC 5,机,S99\n' >bad.csv
howto_fails 'コードとして使えません' uraniwa import equipment bad.csv
printf '備品番号,品名,所属コード\nPC-5,机,S99\n' >bad.csv
howto_fails 'この所属はありません' uraniwa import equipment bad.csv
howto_quietly uraniwa check

# --- the interface -------------------------------------------------------------------------------

howto_screen 120x40 <<'END'
6
:dump menu
:open equipment
:dump page
a
"PC-009
Down
"掲示板
Down Enter
"S11
Enter
C-s
:dump added
END
howto_says '備品 +所属に渡した備品' cat "$howto_work/menu"
howto_says 'PC-004 +プロジェクター' cat "$howto_work/page"
howto_says 'PC-009 +掲示板' cat "$howto_work/added"
howto_says '^PC-009,掲示板,S11' uraniwa catalogue equipment list --format csv
howto_done
