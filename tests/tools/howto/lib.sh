# lib.sh - what the tests of HACKING.md's how-tos share: each does on a scratch copy of the tree what its
# chapter says, exactly as the chapter shows it, builds the program and uses it.
#
#   . "${abs_srcdir:?}/tests/tools/howto/lib.sh"
#   howto_start                      # copies sources and build; HOME and the current folder are empty ones
#   howto_apply 'Add a command'      # the code blocks of that chapter of HACKING.md; howto_chapter has another file
#   howto_touches 2 2                # 2 files of src/ at most are touched, and 2 of the rest (po/, data/)
#   howto_build                      # make: only what depends on them
#   howto_body                       # a fresh database in $URANIWA_DB with a small body: units, people, projects
#   howto_says 'project.*R7-0001' uraniwa list       # a pattern that must be in what a command prints
#   howto_fails '…' make -C "$howto_build" …         # a pattern that must be in what a command fails with
#   howto_screen 80x24 <<'END'       # a script of keys; what `:dump NAME` wrote lies in $howto_work/NAME
#   howto_row_is_whole project_columns.h TITLE 30 model/project_field.c …   # the row of TITLE in that file of
#                                    # src/model does not compile without any of its arguments, 30 at least
#   howto_done                       # ends the test well
#
# A block of HACKING.md that belongs to the tree has its file behind the fence, and prose names the file too:
#
#   ```diff src/cli/sources.am       lines that begin with a blank (context) and - stand in the file exactly
#                                    once and together; lines with + come instead. No line numbers, no @@.
#   ```c src/cli/thing.c             the whole of a new file
#   ```po po/ja.po                   other blocks: put at the end of a file that is there
#
# NNN in a block, or in the name of its file, is the number of the next migration.
#
# After howto_start `uraniwa` is the program of the scratch copy ($URANIWA too, so that the functions of
# tests/ui/screen_test.sh run it), $howto_tree its sources, $howto_build its build. The tree that is tested is
# never written to, and may be read-only. The copy keeps the place of the build beside the sources and all
# times, so that make sees nothing to do but what the how-to changes.
set -u
: "${abs_srcdir:?run the tests with make check}" "${abs_builddir:?}"
howto_name=$(basename "$0" .sh)
howto_hacking=$abs_srcdir/HACKING.md
howto_source=$(cd "$abs_srcdir" && pwd -P) || exit 99
howto_origin=$(cd "$abs_builddir" && pwd -P) || exit 99

howto_fail() {
	echo "$howto_name: $*"
	exit 1
}

# The last lines of a log, and the end.
howto_fail_with() {
	tail -n 25 "$1"
	shift
	howto_fail "$@"
}

# Copies what is kept (no build but the one asked for), and tells the build where it lies now.
howto_start() {
	command -v automake >/dev/null || { echo "$howto_name: needs automake"; exit 77; }
	# automake builds in no folder with blanks in its name
	case ${TMPDIR-} in *[[:space:]]*) TMPDIR=/tmp ;; esac
	howto_work=$(mktemp -d) || exit 99
	howto_work=$(cd "$howto_work" && pwd -P) || exit 99
	trap 'rm -rf "$howto_work"' EXIT
	trap 'exit 99' INT TERM
	howto_common=$howto_source
	until case $howto_origin/ in "${howto_common%/}"/*) true ;; *) false ;; esac; do
		howto_common=$(dirname "$howto_common")
	done
	howto_tree=$howto_work/tree${howto_source#"${howto_common%/}"}
	howto_build=$howto_work/tree${howto_origin#"${howto_common%/}"}
	mkdir -p "$howto_tree" "$howto_build" "$howto_work/home" "$howto_work/here" || exit 99
	for howto_entry in "$howto_source"/* "$howto_source"/.deps; do
		case ${howto_entry##*/} in
		build-aux | data | doc | m4 | po | src | tests | .deps)
			[ ! -d "$howto_entry" ] || cp -a "$howto_entry" "$howto_tree/" || exit 99
			;;
		*) [ ! -f "$howto_entry" ] || cp -a "$howto_entry" "$howto_tree/" || exit 99 ;;
		esac
	done
	if [ "$howto_source" != "$howto_origin" ]; then
		for howto_entry in Makefile config.h config.status stamp-h1 liburaniwa.a resources.S resources.o \
			uraniwa .deps data locale po src; do
			[ ! -e "$howto_origin/$howto_entry" ] ||
				cp -a "$howto_origin/$howto_entry" "$howto_build/" || exit 99
		done
		(cd "$howto_origin" && find tests -name .deps -exec sh -c '
			for folder; do mkdir -p "$0/$folder" && cp -a "$folder/." "$0/$folder" || exit 1; done
			' "$howto_build" {} +) || exit 99
	fi
	chmod -R u+w "$howto_work/tree"
	howto_moved "$abs_builddir" "$howto_build"
	howto_moved "$howto_origin" "$howto_build"
	howto_moved "$abs_srcdir" "$howto_tree"
	howto_moved "$howto_source" "$howto_tree"
	howto_touched=$howto_work/touched
	: >"$howto_touched"
	HOME=$howto_work/home
	URANIWA=$howto_build/uraniwa
	URANIWA_LOCALEDIR=$howto_build/locale
	URANIWA_DB=$howto_work/body.db
	export HOME URANIWA URANIWA_LOCALEDIR URANIWA_DB
	unset XDG_CONFIG_HOME XDG_DATA_HOME COLUMNS NO_COLOR MAKEFLAGS MFLAGS MAKELEVEL
	cd "$howto_work/here" || exit 99
}

# howto_moved OLD NEW: a folder's path in what configure wrote, and in the dependencies when they are absolute.
howto_moved() {
	{
		printf '%s\n' "$howto_build/Makefile" "$howto_build/config.status"
		find "$howto_build" -name '*.P*o' -exec grep -lF "$1" {} +
	} | while read -r howto_file; do
		touch -r "$howto_file" "$howto_work/time"
		sed "s|$(printf '%s' "$1" | sed 's/[].*[\\^$|]/\\&/g')|$2|g" "$howto_file" >"$howto_work/moved" &&
			cat "$howto_work/moved" >"$howto_file" && touch -r "$howto_work/time" "$howto_file" || exit 99
	done || exit 99
}

# howto_chapter FILE TITLE: the chapter of that heading; only its blocks when a third word is given.
howto_chapter() {
	awk -v title="$2" -v fence='```' '
		substr($0, 1, 3) == fence { code = !code }
		!code && /^#/ {
			name = $0
			sub("^#+ *", "", name)
			depth = length($0) - length(name)
			if (on && depth <= level)
				exit
			if (name == title) {
				on = 1
				level = depth
			}
		}
		on' "$1"
}

# howto_apply TITLE [FILE]: does what a chapter (of HACKING.md) shows.
howto_apply() {
	howto_chapter "${2-$howto_hacking}" "$1" >"$howto_work/chapter"
	[ -s "$howto_work/chapter" ] || howto_fail "there is no chapter '$1'"
	rm -rf "$howto_work/blocks"
	mkdir "$howto_work/blocks"
	awk -v blocks="$howto_work/blocks" -v fence='```' '
		substr($0, 1, 3) != fence { if (block) print >block; next }
		block { close(block); block = ""; next }
		split(substr($0, 4), word, " ") > 1 && !skip {
			block = sprintf("%s/%03d", blocks, ++count)
			print word[1], word[2] >(block ".to")
			printf "" >block
			next
		}
		{ skip = !skip }' "$howto_work/chapter"
	[ -e "$howto_work/blocks/001" ] || howto_fail "the chapter '$1' has no block with a file"
	howto_number=$(printf '%03d' "$(($(find "$howto_tree/data/schema/sqlite" -name '[0-9]*.sql' | wc -l) + 1))")
	for howto_block in "$howto_work"/blocks/???; do
		read -r howto_kind howto_path <"$howto_block.to"
		grep -v '^```' "$howto_work/chapter" | grep -qF "${howto_path##*/}" ||
			howto_fail "the chapter '$1' changes $howto_path without naming it"
		sed "s/NNN/$howto_number/g" "$howto_block" >"$howto_work/block"
		howto_path=$(printf '%s' "$howto_path" | sed "s/NNN/$howto_number/")
		howto_block=$howto_work/block
		howto_put "$howto_kind" "$howto_path" "$howto_block"
	done
}

# howto_put diff|KIND PATH BLOCK: puts one block into the scratch copy.
howto_put() {
	howto_into=$howto_tree/$2
	printf '%s\n' "$2" >>"$howto_touched"
	if [ "$1" = diff ]; then
		[ -f "$howto_into" ] || howto_fail "$2 is not there to be changed"
		awk -v path="$2" '
			NR == FNR {
				kind = substr($0, 1, 1)
				text = substr($0, 2)
				if (kind != "+")
					old[++olds] = text
				if (kind != "-")
					new[++news] = text
				next
			}
			{ line[++lines] = $0 }
			END {
				for (start = 1; start + olds - 1 <= lines; start++) {
					for (i = 1; i <= olds && line[start + i - 1] == old[i]; i++)
						;
					if (i > olds) {
						found++
						at = start
					}
				}
				if (!olds || found != 1) {
					printf "the context of a change of %s stands there %d times, not once:\n", path, found >"/dev/stderr"
					for (i = 1; i <= olds; i++)
						print old[i] >"/dev/stderr"
					exit 1
				}
				for (i = 1; i < at; i++)
					print line[i]
				for (i = 1; i <= news; i++)
					print new[i]
				for (i = at + olds; i <= lines; i++)
					print line[i]
			}' "$3" "$howto_into" >"$howto_work/changed" || howto_fail "HACKING.md is behind $2"
		cat "$howto_work/changed" >"$howto_into"
	elif [ -f "$howto_into" ]; then
		{ echo; cat "$3"; } >>"$howto_into"
	else
		cp "$3" "$howto_into" || exit 99
	fi
}

# howto_touches N M: no more than N files of src/ and M others were touched so far.
howto_touches() {
	LC_ALL=C sort -u "$howto_touched" >"$howto_work/files"
	howto_in=$(grep -c '^src/' "$howto_work/files")
	howto_out=$(grep -cv '^src/' "$howto_work/files")
	[ "$howto_in" -le "$1" ] && [ "$howto_out" -le "$2" ] && return
	cat "$howto_work/files"
	howto_fail "touches $howto_in files of src/ and $howto_out others, not $1 and $2"
}

# howto_make TARGET…: make in the scratch build, without a word unless it fails. Without optimising: what is
# compiled here runs once.
howto_make() {
	${MAKE-make} -C "$howto_build" -j2 CFLAGS='-g -O0' "$@" >"$howto_work/make.log" 2>&1
}

howto_build() {
	howto_make uraniwa locale/ja/LC_MESSAGES/uraniwa.mo && return
	howto_fail_with "$howto_work/make.log" 'what the chapter shows does not build'
}

uraniwa() {
	"$URANIWA" "$@"
}

# Runs a command that must succeed, without a word.
howto_quietly() {
	"$@" >"$howto_work/out" 2>&1 </dev/null || howto_fail_with "$howto_work/out" "$*: failed"
}

# howto_body: a fresh database of a small body (two departments, three sections, four teams) with the people
# and the three registered projects that the tests of the command line use. From then on the office works.
howto_body() {
	rm -f "$URANIWA_DB"*
	howto_quietly uraniwa init --body-code 990009 --body-name 試験市
	for howto_kind in units people; do
		howto_quietly uraniwa import $howto_kind "$howto_tree/tests/cli/sheets/$howto_kind.csv"
	done
	URANIWA_USER=office
	export URANIWA_USER
	howto_quietly uraniwa import projects "$howto_tree/tests/cli/sheets/office.csv"
}

# howto_says PATTERN COMMAND…: the command succeeds and a line of what it prints matches (grep -E).
howto_says() {
	howto_pattern=$1
	shift
	"$@" >"$howto_work/out" 2>"$howto_work/err" </dev/null || {
		cat "$howto_work/err"
		howto_fail_with "$howto_work/out" "$*: failed"
	}
	grep -qE -e "$howto_pattern" "$howto_work/out" ||
		howto_fail_with "$howto_work/out" "$*: nothing like '$howto_pattern'"
}

# howto_fails PATTERN COMMAND…: the command fails, and says why.
howto_fails() {
	howto_pattern=$1
	shift
	! "$@" >"$howto_work/out" 2>&1 </dev/null || howto_fail_with "$howto_work/out" "$*: succeeded"
	grep -qE -e "$howto_pattern" "$howto_work/out" ||
		howto_fail_with "$howto_work/out" "$*: failed without '$howto_pattern'"
}

# howto_screen SIZE [OPTION…] <<SCRIPT: the interface on a screen of that size.
howto_screen() {
	howto_size=$1
	shift
	cat >"$howto_work/script"
	(cd "$howto_work" && URANIWA_SIZE=$howto_size URANIWA_SCRIPT=script "$URANIWA" "$@" >out 2>&1) ||
		howto_fail_with "$howto_work/out" 'the interface failed'
}

# howto_arguments FILE NAME: the row X(NAME, …) of a table, then the row without each one of its arguments, and
# of those of an argument in brackets. The lines it stands in go to $howto_work/range.
howto_arguments() {
	howto_begin=$(printf '\tX(%s,' "$2") awk -v range="$howto_work/range" '
		!text && index($0, ENVIRON["howto_begin"]) == 1 { begin = NR }
		begin {
			text = text $0 " "
			line = $0
			gsub(/"[^"]*"/, "", line)
			open += gsub(/\(/, "", line) - gsub(/\)/, "", line)
			if (!open)
				exit
		}
		END {
			print begin, NR >range
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
		}' "$1"
}

# howto_compiles FILE…: whether these files of src/ compile with the row $howto_row instead of the one in
# $howto_columns, which is changed and whose text as it was is in $howto_work/columns.
howto_compiles() {
	{
		head -n "$((${howto_range% *} - 1))" "$howto_work/columns"
		printf '%s \\\n' "$howto_row"
		tail -n "+$((${howto_range#* } + 1))" "$howto_work/columns"
	} >"$howto_columns"
	printf '#include "%s"\n' "$@" >"$howto_work/all.c"
	$(sed -n 's/^CC = //p' "$howto_build/Makefile") -std=gnu11 -fsyntax-only -Werror=int-conversion \
		-I"$howto_build" -I"$howto_tree/src" "$howto_work/all.c" >"$howto_work/out" 2>&1
}

howto_row_is_whole() {
	howto_columns=$howto_tree/src/model/$1
	howto_arguments "$howto_columns" "$2" >"$howto_work/rows"
	howto_range=$(cat "$howto_work/range")
	[ "$(wc -l <"$howto_work/rows")" -ge "$3" ] || howto_fail_with "$howto_work/rows" 'too few rows'
	cp "$howto_columns" "$howto_work/columns"
	shift 3
	{
		IFS= read -r howto_row
		howto_compiles "$@" || howto_fail_with "$howto_work/out" 'the whole row does not compile'
		while IFS= read -r howto_row; do
			! howto_compiles "$@" || howto_fail "this row compiles: $howto_row"
		done
	} <"$howto_work/rows"
}

howto_done() {
	exit 0
}
