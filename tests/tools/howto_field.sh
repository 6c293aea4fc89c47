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

# The first line of $howto_work/rows is the row; each other one is the row without one of its arguments, or
# without one of an argument in brackets.
howto_compiler=$(sed -n 's/^CC = //p' "$howto_build/Makefile")
howto_columns=$howto_tree/src/model/project_columns.h
awk '
	/^\tX\(CONTACT,/ { on = 1 }
	on { text = text $0 " " }
	on && /NOTHING\)/ { exit }
	END {
		gsub(/\\ /, "", text)
		print text
		# where every argument begins and ends, and at which depth
		for (i = 1; i <= length(text); i++) {
			c = substr(text, i, 1)
			if (c == "\"")
				quoted = !quoted
			if (quoted)
				continue
			if (c == "(") {
				depth++
				from[depth] = i + 1
			} else if ((c == "," || c == ")") && depth) {
				if (depth == 1 || c == "," || several[depth]) {
					first = from[depth]
					last = i - 1
					if (c == ",")
						last = i
					else
						first = comma[depth]
					print substr(text, 1, first - 1) substr(text, last + 1)
				}
				several[depth] = c == ","
				comma[depth] = i
				from[depth] = i + 1
				if (c == ")")
					depth--
			}
		}
	}' "$howto_columns" >"$howto_work/rows"
[ "$(wc -l <"$howto_work/rows")" -ge 30 ] || howto_fail_with "$howto_work/rows" 'too few rows'
cp "$howto_columns" "$howto_work/columns"
cat >"$howto_work/all.c" <<'END'
#include "model/filter_key.c"
#include "model/project_field.c"
#include "ui/projects/projects_columns.c"
END

# Whether these files compile with another row for the field.
howto_compiles() {
	howto_row=$1 awk '
		/^\tX\(CONTACT,/ { print ENVIRON["howto_row"] " \\"; on = 1 }
		!on
		on && /NOTHING\)/ { on = 0 }' "$howto_work/columns" >"$howto_columns"
	$howto_compiler -std=gnu11 -fsyntax-only -I"$howto_build" -I"$howto_tree/src" "$howto_work/all.c" \
		>"$howto_work/out" 2>&1
}
{
	IFS= read -r howto_whole
	howto_compiles "$howto_whole" || howto_fail_with "$howto_work/out" 'the whole row does not compile'
	while IFS= read -r howto_less; do
		! howto_compiles "$howto_less" || howto_fail "this row compiles: $howto_less"
	done
} <"$howto_work/rows"
howto_done
