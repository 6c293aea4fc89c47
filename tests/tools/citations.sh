#!/bin/sh
# citations - the pages of doc/ are what the rest of the tree takes them for: whatever src/, tests/, data/ and
# the pages themselves cite is there (page, §, idea, words in quotes, file), cli.md is what `uraniwa help` says,
# and screens.md names actions with the keys that they have.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
top=${1:-${abs_srcdir:?run the tests with make check}}
HOME=$work
export HOME
unset XDG_CONFIG_HOME XDG_DATA_HOME URANIWA_DB
cd "$top" || exit 99
: >"$work/faults"
fault() {
	printf '%s\n' "$*" >>"$work/faults"
}

# A page as others name it.
page() {
	for place in "doc/$1" "$1" "$2/$1"; do
		[ -f "$place" ] && { echo "$place"; return; }
	done
}

# --- what is cited ------------------------------------------------------------------------------------

# Lines "where|page|kind|what": kind is page, section, idea or words. A citation reaches as far as the
# bracket, sentence or line that it stands in.
cited() {
	find src tests data po doc -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.sql' -o -name '*.am' -o -name '*.md' \) \
		! -path src/README.md ! -path 'tests/tools/citations.sh' ! -path 'tests/tools/howto/*' -print | LC_ALL=C sort |
	xargs awk -v quote="'" '
	{
		rest = $0
		while (match(rest, /[A-Za-z][A-Za-z_\/-]*\.md/)) {
			page = substr(rest, RSTART, RLENGTH)
			sub(/^abs_srcdir\//, "", page)
			rest = substr(rest, RSTART + RLENGTH)
			where = FILENAME ":" FNR
			print where "|" page "|page|"
			reach = rest
			if (match(reach, /[A-Za-z][A-Za-z_\/-]*\.md|[);]|\. /))
				reach = substr(reach, 1, RSTART)
			words = reach
			while (match(reach, /§[0-9]+/)) {
				number = substr(reach, RSTART, RLENGTH)
				gsub(/[^0-9]/, "", number)
				print where "|" page "|section|" number
				reach = substr(reach, RSTART + RLENGTH)
			}
			if (match(words, /^, idea [0-9]+/))
				print where "|" page "|idea|" substr(words, 8, RLENGTH - 7)
			if (match(words, quote "[^" quote "]+" quote))
				print where "|" page "|words|" substr(words, RSTART + 1, RLENGTH - 2)
		}
	}'
}

cited >"$work/cited"
[ "$(wc -l <"$work/cited")" -gt 80 ] || fault 'hardly anything is cited: the search is broken'
while IFS='|' read -r where name kind what; do
	file=$(page "$name" "$(dirname "${where%%:*}")")
	if [ -z "$file" ]; then
		[ "$kind" = page ] && fault "$where: there is no page $name"
		continue
	fi
	case $kind in
	section) grep -q "^## $what[. ]" "$file" || fault "$where: $file has no §$what" ;;
	idea) sed -n '/^## Ideas/,/^## [^I]/p' "$file" | grep -q "^$what\. " || fault "$where: $file has no idea $what" ;;
	words) grep -qiF -e "$what" "$file" || fault "$where: $file does not say '$what'" ;;
	esac
done <"$work/cited"

# --- what the pages name --------------------------------------------------------------------------------

# Sections of their own page, files of the tree, photographs of screens.
for file in doc/*.md HACKING.md README.md; do
	awk '/^```/ { code = !code } !code' "$file" >"$work/page"
	case $file in doc/*)
		grep -oE '§[0-9]+' "$work/page" | sort -u | tr -d '§' | while read -r number; do
			grep -q "^## $number[. ]" "$file" || grep -qE "\.md[^)]*§$number" "$file" || fault "$file: no §$number"
		done ;;
	esac
	grep -oE '`(src|tests|data|po|doc)/[A-Za-z0-9_./-]*[A-Za-z0-9_/]`' "$work/page" | tr -d '`' | sort -u | while read -r path; do
		case $path in *NAME* | *MODULE* | *LAYER* | *ROOM* | *ENGINE* | *NNN*) continue ;; esac
		grep -q "^\`\`\`[a-z]* $path\$" "$file" && continue # a how-to makes it
		[ -e "$path" ] || [ -e "$path.c" ] || [ -e "$path.h" ] || fault "$file names $path, which is not there"
	done
	grep -oE '`[a-z0-9-]+\.screen`' "$work/page" | tr -d '`' | while read -r screen; do
		[ -f "tests/ui/expected/$screen" ] || fault "$file names $screen, which is not there"
	done
done

# --- the command line ---------------------------------------------------------------------------------------

# The program in English and told apart from what cli.md says is not built yet.
program() {
	LANGUAGE=en "$URANIWA" "$@" 2>&1 </dev/null
}
sed '/^## Not built yet/,$d' doc/cli.md >"$work/built"
sed -n '/^## Not built yet/,$p' doc/cli.md >"$work/later"
program help | sed -n '/^Commands/,/^Options/s/^  \([a-z][a-z]*\)  .*/\1/p' >"$work/commands"
program help | grep -oE -e '--[a-z-]+' | sort -u >"$work/common"
[ -s "$work/commands" ] || fault 'no commands in help'
grep '^| `' "$work/built" | cut -d '|' -f 2- >"$work/rows"
# a row of several commands (`a` · `b …`) is one line each; "\|" stands between the words of one command
sed 's/ | .*//; s/\\|/\\/g; s/` · `/`\n`/g' "$work/rows" | sed 's/^ *`//; s/`.*//' >"$work/usages"
cut -d ' ' -f 1 "$work/usages" | sort >"$work/described"
sort "$work/commands" | diff - "$work/described" >"$work/diff" || fault "commands of help (<) and of cli.md (>): $(grep '^[<>]' "$work/diff" | tr '\n' ' ')"
while read -r command rest; do
	program help "$command" >"$work/help"
	printf '%s\n' "$rest" | grep -oE -e '--[a-z-]+|-o' | sort -u | while read -r option; do
		grep -qE -e "(^|[ ,])$option([ ,|]|\$)" "$work/help" || fault "cli.md: $command has no $option"
	done
done <"$work/usages"
for option in $(sed -n '/^```/,/^```/p' "$work/built" | grep -oE -e '--[a-z]+'); do
	grep -qx -e "$option" "$work/common" || fault "cli.md: there is no $option"
done
for command in $(grep -oE '`[a-z]+`' "$work/later" | tr -d '`'); do
	grep -qx "$command" "$work/commands" && fault "cli.md says that $command is not built yet, but it is"
done

# same WHAT WORDS: the words that cli.md lists behind "WHAT: `" are these
same() {
	sed -n "s/^.*$1: *\`\([^\`]*\)\`.*/\1/p" "$work/built" | head -n 1 | tr ' ' '\n' >"$work/says"
	printf '%s\n' $2 >"$work/are"
	diff "$work/are" "$work/says" >"$work/diff" || fault "$1 of the program (<) and of cli.md (>): $(grep '^[<>]' "$work/diff" | tr '\n' ' ')"
}
program -f "$work/a.db" init >/dev/null
same 'Ready-made tables' "$(program -f "$work/a.db" table | sed 's/ .*//')"
same Dimensions "$(program -f "$work/a.db" rollup --rows nothing | sed -n 's/.*There are: //p')"
same Measures "$(program -f "$work/a.db" rollup --rows team --measure nothing | sed -n 's/.*There are: //p')"
same Keys "$(program -f "$work/a.db" list nothing:1 | sed -n 's/.* Keys: \([^.]*\)\..*/\1/p')"
for kind in projects effects; do
	"$URANIWA" -f "$work/a.db" export $kind --encoding utf-8 2>/dev/null | tr -d '\r' | head -n 1 | tr ',' '\n' >"$work/$kind"
done
grep -A 1 '^Project fields' "$work/built" | sed -n 's/^`\(.*\)`$/\1/p' | tr ' ' '\n' | diff "$work/projects" - >"$work/diff" ||
	fault "project fields of the program (<) and of cli.md (>): $(grep '^[<>]' "$work/diff" | tr '\n' ' ')"
same 'Effect fields' "$(cat "$work/effects")"

# --- screens ------------------------------------------------------------------------------------------------

# "NAME KEY" of every key, as the manual page has them; and what screens.md says.
sed -n 's/\\-/-/g; s/^\\fBkey\.\(.*\) = \(.*\)\\fR$/\1|\2/p' "$abs_builddir/data/man/uraniwa.5" |
	sed 's/\\(aq/'"'"'/g; s/\\e/\\/g' | awk -F '|' '{ n = split($2, key, ", "); for (i = 1; i <= n; i++) print $1, key[i] }' >"$work/keys"
[ -s "$work/keys" ] || fault 'no keys in the manual page'
{
	grep -oE '`[a-z0-9-]+` \([^)`]+\)' doc/screens.md | sed 's/^`\([^`]*\)` (\(.*\))$/\1|\2/'
	sed -n 's/^| `/`/p' doc/screens.md | sed 's/` | \([^|]*\) |/`|\1\n/g' | sed -n 's/^ *`\([^`]*\)`|\(.*\)$/\1|\2/p'
} | awk -F '|' '{ n = split($2, key, ", "); for (i = 1; i <= n; i++) print $1, key[i] }' >"$work/told"
[ "$(wc -l <"$work/told")" -gt 40 ] || fault 'hardly any action in screens.md: the search is broken'
while read -r line; do
	grep -qxF -e "$line" "$work/keys" || fault "screens.md: no action has this name and key: $line"
done <"$work/told"

sort -u "$work/faults"
[ ! -s "$work/faults" ] || exit 1
[ $# -eq 0 ] || exit 0

# --- and the check itself: what is planted must be seen -----------------------------------------------------

mkdir -p "$work/planted/src" "$work/planted/tests" "$work/planted/data" "$work/planted/po"
cp -R doc HACKING.md README.md "$work/planted" && chmod -R u+w "$work/planted"
cd "$work/planted" || exit 99
printf "/* nothing.md; domain.md §99; domain.md §5, 'no such words'; architecture.md, idea 99 */\n" >src/a.c
sed '/^| `init/{h;s/init/nonsense/;p;g;s/--body-code/--nothing/;}; s/^Dimensions: `/&nowhere /' doc/cli.md >changed && cp changed doc/cli.md
printf '`open` (Q) `src/nothing.c` `nothing.screen`\n' >>doc/screens.md
sh "$abs_srcdir/tests/tools/citations.sh" "$work/planted" >"$work/seen"
for words in 'no page nothing.md' 'no §99' "does not say 'no such words'" 'no idea 99' '> nonsense' 'init has no --nothing' \
	'> nowhere' 'this name and key: open Q' 'names src/nothing.c' 'names nothing.screen'; do
	grep -qF -e "$words" "$work/seen" || { echo "citations does not see what was planted: $words"; exit 1; }
done
