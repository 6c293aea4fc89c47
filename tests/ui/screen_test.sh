# Shell functions for tests of screens; sourced. interface.md, 'Test a screen'.
#
#   screen_test NAME SIZE [OPTION...] <<'END'   runs uraniwa with OPTIONs and the script on a screen
#                                               of SIZE (80x24); compares its `:dump screen` with
#                                               expected/NAME.screen
#   screen_run SIZE [OPTION...] <<'END'         only runs; the dumps lie in $screen_work
#   screen_expect WHAT ACTUAL EXPECTED          compares two words
#   screen_done                                 ends the test with its status
#
# The scripts run in an empty folder $screen_work, which is also HOME. UPDATE_EXPECTED=1 takes what
# is shown as expected: look at it before it is committed.
screen_expected=$abs_srcdir/tests/ui/expected
screen_work=$(mktemp -d "${TMPDIR:-/tmp}/uraniwa-screen.XXXXXX") || exit 99
trap 'rm -rf "$screen_work"' EXIT
screen_failures=0
export HOME="$screen_work" URANIWA_LOCALEDIR="${URANIWA_LOCALEDIR:-$abs_builddir/locale}"
unset XDG_CONFIG_HOME XDG_DATA_HOME URANIWA_DB NO_COLOR

screen_fail() {
	echo "FAIL: $*"
	screen_failures=$((screen_failures + 1))
}

screen_run() {
	URANIWA_SIZE=$1
	shift
	export URANIWA_SIZE
	cat > "$screen_work/script"
	(cd "$screen_work" && URANIWA_SCRIPT=script exec "$URANIWA" "$@" 2> stderr)
	screen_status=$?
	if [ $screen_status -ne 0 ]; then
		screen_fail "status $screen_status"
		cat "$screen_work/stderr"
	fi
}

screen_test() {
	screen_name=$1
	shift
	rm -f "$screen_work/screen"
	screen_run "$@"
	[ -f "$screen_work/screen" ] || : > "$screen_work/screen"
	# seals, which are of all tables that there are
	sed -E -i 's/[0-9a-f]{16}…/0123456789abcdef…/' "$screen_work/screen"
	if [ -n "${UPDATE_EXPECTED-}" ]; then
		cp "$screen_work/screen" "$screen_expected/$screen_name.screen"
	elif diff -u "$screen_expected/$screen_name.screen" "$screen_work/screen"; then
		echo "ok: $screen_name"
	else
		screen_fail "$screen_name"
	fi
}

screen_expect() {
	[ "$2" = "$3" ] || screen_fail "$1: '$2' instead of '$3'"
}

screen_done() {
	[ "$screen_failures" -eq 0 ]
	exit
}
