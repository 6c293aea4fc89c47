#!/bin/sh
# howto_field - a field of a project is added as HACKING.md shows, and stands wherever a field can stand: in the
# form, list, preview, search, filter, copy, files both ways, JSON and history. A row that leaves something out
# does not compile.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add a field to projects'
howto_touches 1 2
[ "$(grep -c . "$howto_tree"/data/schema/sqlite/*-contact.sql)" = 1 ] || howto_fail 'the migration is not one line'
howto_build
howto_body
URANIWA_USER=office
export URANIWA_USER

# --- commands ------------------------------------------------------------------------------------

howto_quietly uraniwa edit R7-0001 --set '問合せ先=内線2101 カトウ'
howto_says '^連絡先 +内線2101 カトウ$' uraniwa show R7-0001
howto_says '"contact": "内線2101 カトウ"' uraniwa show R7-0001 --format json
howto_says '連絡先 .*内線2101 カトウ' uraniwa history R7-0001
howto_fails '連絡先' uraniwa edit R7-0001 --set 'contact=一行目
二行目'
howto_says 'number,contact' uraniwa list --columns number,contact --sort=-contact --format csv
[ "$(sed -n 2p "$howto_work/out" | tr -d '\r')" = 'R7-0001,内線2101 カトウ' ] ||
	howto_fail_with "$howto_work/out" 'not in the order of the contact'
for howto_words in '内線２１０１ かとう' contact:２１０１ 連絡先:かとう 'contact:="内線2101 カトウ"'; do
	howto_says '^R7-0001' uraniwa list --columns number --format csv "$howto_words"
	[ "$(grep -c '^R7-' "$howto_work/out")" = 1 ] || howto_fail "$howto_words finds others, too"
done
howto_says '^R7-0002' uraniwa list --columns number --format csv contact:
! grep -q '^R7-0001' "$howto_work/out" || howto_fail 'contact: finds what has a contact'

# --- files ---------------------------------------------------------------------------------------

howto_quietly uraniwa export projects --filter number:R7-0001 -o out.csv
grep -q ',contact,' out.csv || howto_fail_with out.csv 'no contact in the file'
sed 's/内線2101 カトウ/内線2202/' out.csv >in.csv
howto_quietly uraniwa import projects in.csv
howto_says '"contact": "内線2202"' uraniwa export projects --filter number:R7-0001 --format json
howto_quietly uraniwa undo
howto_says '^連絡先 +内線2101 カトウ$' uraniwa show R7-0001
printf '取組名,班,問合せ先\n別の取組,相談班,佐藤\n' >sheet.csv
howto_quietly uraniwa import projects sheet.csv
howto_says '^R7-0004,佐藤' uraniwa list --columns number,contact --format csv 佐藤
howto_quietly uraniwa copy R7-0001 --team T121
howto_says '^R7-0005,受付簿の電子化,.?$' uraniwa list --columns number,title,contact --format csv number:R7-0005
howto_quietly uraniwa check

# --- the interface -------------------------------------------------------------------------------

mkdir -p "$HOME/.config/uraniwa"
printf 'number\ntitle\ncontact\n' >"$HOME/.config/uraniwa/list-columns"
howto_screen 160x40 <<'END'
2
:wait
:dump list
Enter
:wait
:field contact
"・佐藤
C-s
:dump form
END
howto_says '^ +番号.*連絡先' cat "$howto_work/list"
howto_says ' R7-0001 +受付簿の電子化 +内線2101 カト' cat "$howto_work/list"
howto_says '連絡先：内線2101 カトウ' cat "$howto_work/list"
howto_says '連絡先 +内線2101 カトウ・佐藤' cat "$howto_work/form"
howto_says '^連絡先 +内線2101 カトウ・佐藤$' uraniwa show R7-0001

# --- what is left out ----------------------------------------------------------------------------

howto_row_is_whole project_columns.h CONTACT 30 model/filter_key.c model/project_field.c ui/projects/projects_columns.c
howto_done
