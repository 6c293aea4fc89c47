#!/bin/sh
# promises - every promise of doc/promises.md has a test that is there and is run by make check (or is the bench), a
# figure, and a command that can be given.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
page=${1:-${abs_srcdir:?run the tests with make check}/doc/promises.md}
LANGUAGE=en "$URANIWA" help 2>/dev/null | sed -n '/^Commands/,/^Options/s/^  \([a-z][a-z]*\)  .*/\1/p' >"$work/commands"
sed -n '/^TESTS = /,/[^\\]$/p; /^unit_tests = /,/[^\\]$/p; /^script_tests = /,/[^\\]$/p; /^fuzz_seeds = /,/[^\\]$/p' "$abs_builddir/Makefile" |
	tr -s ' \t\\' '\n' | sed 's/\$(EXEEXT)$//' >"$work/run"
sed -n 's/^| //p' "$page" | grep -v -e '^promise ' -e '^---' | sed 's/ |$//; s/ | /|/g' >"$work/rows"
: >"$work/faults"
fault() {
	printf '%s\n' "$promise: $*" >>"$work/faults"
}

# is_run FILE: it, or the program that is made of it, is among the tests of make check.
is_run() {
	grep -qx -e "${1%.c}" -e "$(printf '%s' "${1%.c}" | sed 's/_fuzz$/_seeds/')" "$work/run"
}

while IFS='|' read -r promise test figure command rest; do
	[ -n "$promise" ] && [ -n "$test" ] && [ -n "$figure" ] && [ -n "$command" ] && [ -z "$rest" ] ||
		fault 'a row has a promise, a test, a figure and a command'
	test=$(printf '%s' "$test" | tr -d '`')
	[ -f "$abs_srcdir/$test" ] || fault "there is no test $test"
	case $test in
	tests/bench/*) ;;
	*) is_run "$test" || fault "make check does not run $test" ;;
	esac
	printf '%s\n' "$command" | tr -d '`' >"$work/command"
	read -r program word more <"$work/command"
	case $program in
	make) grep -q "^$word:" "$abs_builddir/Makefile" || fault "there is no make $word" ;;
	uraniwa) grep -qx -e "$word" "$work/commands" || fault "there is no uraniwa $word" ;;
	*) fault "what is $program?" ;;
	esac
	case $more in
	TESTS=*) is_run "${more#TESTS=}" || fault "make check knows no ${more#TESTS=}" ;;
	esac
done <"$work/rows"
[ "$(wc -l <"$work/rows")" -gt 20 ] || echo 'hardly any promise: the search is broken' >>"$work/faults"
cat "$work/faults"
[ ! -s "$work/faults" ] || exit 1
[ $# -eq 0 ] || exit 0

# And the check itself: what is planted must be seen.
{
	cat "$page"
	echo '| a | `tests/no_test.sh` | 1 | `make check TESTS=tests/no_test.sh` |'
	echo '| b | `tests/tools/tree` | 1 | `make nothing` |'
	echo '| c | `tests/tools/tree_test.sh` | | `uraniwa nothing` |'
} >"$work/planted"
sh "$abs_srcdir/tests/tools/promises.sh" "$work/planted" >"$work/seen"
for words in 'a: there is no test' 'a: make check knows no' 'b: make check does not run' 'b: there is no make nothing' \
	'c: a row has' 'c: there is no uraniwa nothing'; do
	grep -qF -e "$words" "$work/seen" || { echo "promises does not see what was planted: $words"; exit 1; }
done
