# lib.sh - what the tests of the command line share. Each test is a list of commands; what they print
# on stdout and stderr and the status they end with make a transcript, which is compared whole with
# tests/cli/expected/TEST.txt:
#
#   "$ uraniwa list"          the command
#   "…"                       its stdout
#   "! …"                     its stderr
#   "? 2"                     its exit status, unless it is 0
#
# Everything runs in a temporary folder with a home of its own. UPDATE_EXPECTED=1 writes the
# expected file instead; read every line of it before it is committed.
set -u
: "${URANIWA:?run the tests with make check}" "${abs_srcdir:?}"
test_name=$(basename "$0" .sh)
cli_tests=$abs_srcdir/tests/cli
sheets=$cli_tests/sheets
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
mkdir "$work/home" "$work/here"
HOME=$work/home
export HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME URANIWA_DB COLUMNS
cd "$work/here" || exit 99
transcript=$work/transcript
: >"$transcript"

# A remark in the transcript.
note() {
	printf '# %s\n' "$*" >>"$transcript"
}

# The words of a command as they could be typed. Without this machine's folders, whose names would
# decide what is quoted.
quoted() {
	for word; do
		case $word in *"$sheets/"*) word=${word%%"$sheets/"*}${word#*"$sheets/"} ;; esac
		case $word in *"$work"*) word=${word%%"$work"*}WORK${word#*"$work"} ;; esac
		case $word in
		'' | *[!A-Za-z0-9_./:,=+@%-]*) printf " '%s'" "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
}

# A text as a pattern of sed that matches nothing else; between |.
literally() {
	printf '%s' "$1" | sed 's/[][\\.*^$|]/\\&/g'
}
work_pattern=$(literally "$work")
sheets_pattern=$(literally "$sheets/")

# Takes this machine's folders out of a text, the number of the latest migration, and seals (of all
# tables that there are).
tidy() {
	sed "s|$work_pattern|WORK|g; s|$sheets_pattern||g; s/this one knows [0-9]*)/this one knows N)/; s/このプログラムは [0-9]*）/このプログラムは N）/; s/[0-9a-f]\{64\}/SHA256/g; s/[0-9a-f]\{16\}…/SHA256…/g"
}

# Runs uraniwa and puts all it said into the transcript. Its stdin is the caller's.
uraniwa() {
	{
		printf '$ uraniwa'
		quoted "$@"
		printf '\n'
	} | tidy >>"$transcript"
	"$URANIWA" "$@" >"$work/out" 2>"$work/err"
	status=$?
	{
		cat "$work/out"
		sed 's/^/! /' "$work/err"
		[ "$status" -eq 0 ] || printf '? %d\n' "$status"
	} | tidy >>"$transcript"
	return "$status"
}

# Runs uraniwa without a word in the transcript, for what only prepares; it must succeed.
quietly() {
	"$URANIWA" "$@" >"$work/out" 2>"$work/err" </dev/null && return
	echo "uraniwa $*: failed"
	cat "$work/err"
	exit 1
}

fail() {
	echo "$test_name: $*"
	exit 1
}

same() {
	cmp -s "$1" "$2" && return
	diff "$1" "$2" | head -20
	fail "$1 and $2 differ"
}

# Takes what tables of 試験市 say of their scope out of text, CSV and JSON: what is left is the same in a
# snapshot of that name and when it was frozen.
unscoped() { # snapshot
	sed -E "s/,scope_[a-z0-9_]+//g; /^(確定値|基準日): /d; /^\"(body|scope)\": /d
		s/,試験市(,[^,\"]*){0,5},$1,[0-9T:-]+,[0-9a-f]{64}//
		s/,試験市,(all|20[0-9]{2})(,(all|estimate|forecast|actual),(in|full)-year,[0-9]+)?(,2025-11-20)?//"
}

# Everything that is stored, so that two states can be compared.
dump() {
	for kind in units people leaders projects effects; do
		"$URANIWA" -f "$1" export "$kind" </dev/null || fail "export $kind of $1"
	done
	"$URANIWA" -f "$1" history --format csv </dev/null || fail "history of $1"
}

# A small body: two departments, three sections, four teams (one of them closed after R6).
small_body() {
	quietly -f "$1" init --body-code 990009 --body-name 試験市
	# by its bare name: the history keeps the name, and tables are as wide as what they hold
	cp "$sheets/units.csv" units.csv
	quietly -f "$1" import units units.csv
	rm units.csv
}

finish() {
	expected=$cli_tests/expected/$test_name.txt
	if [ "${UPDATE_EXPECTED:-}" ]; then
		cp "$transcript" "$expected"
		exit 0
	fi
	diff -u "$expected" "$transcript" && exit 0
	fail "the transcript differs from $expected"
}
