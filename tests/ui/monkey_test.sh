# A monkey at the keyboard of the sample prefecture: every screen it leads to is proved whole, and no
# project is lost. MONKEY_EVENTS=200000 MONKEY_SEED=7 set how long and which; `make monkey` runs the
# long one. A run is cut into pieces of 1,000 events, each with its own seed, on one database; what
# goes wrong leaves the piece's script and the database as it was before it in monkey.failed.
work=$(mktemp -d "${TMPDIR:-/tmp}/uraniwa-monkey.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
export HOME="$work" EDITOR=true VISUAL=true URANIWA_SIZE=80x24
export URANIWA_LOCALEDIR="${URANIWA_LOCALEDIR:-$abs_builddir/locale}"
unset XDG_CONFIG_HOME XDG_DATA_HOME URANIWA_DB NO_COLOR
events=${MONKEY_EVENTS:-2000}
seed=${MONKEY_SEED:-1}
piece=1000
cd "$work" || exit 99

data=.local/share/uraniwa
printf ':wait\n' > start
URANIWA_SCRIPT=start "$URANIWA" demo > made 2>&1 || { cat made; exit 99; }
projects() {
	"$URANIWA" -f $data/demo.db list fy:R4..R8 --columns number --format csv | sort
}
projects > before
# it may do everything, but takes back only what it did itself, not the making of the sample
cat > people.csv <<'END'
code,name,kana,email,active,role,unit_code,first_fiscal_year,last_fiscal_year
monkey,猿飛 佐助,さるとび さすけ,,1,admin,990001,2024,
END
"$URANIWA" -f $data/demo.db --user office import people people.csv > made 2>&1 ||
	{ cat made; exit 99; }
[ "$(wc -l < before)" -gt 700 ] || { echo "the sample is not there"; cat before; exit 99; }

failed() {
	echo "FAIL: seed $seed: $*"
	rm -rf "$abs_builddir/monkey.failed"
	mkdir "$abs_builddir/monkey.failed"
	cp script "$abs_builddir/monkey.failed"
	cp last/* .config/uraniwa/config "$abs_builddir/monkey.failed"
	echo "again: cd monkey.failed && EDITOR=true URANIWA_SIZE=80x24 URANIWA_SCRIPT=script" \
		"uraniwa -f demo.db $options"
	cat said
	exit 1
}

done=0
while [ "$done" -lt "$events" ]; do
	options="--user monkey --lang ja --ambiguous=$((seed % 2 + 1))"
	case $((seed % 3)) in
	0) theme=default ;;
	1) theme=high-contrast ;;
	2) theme=mono ;;
	esac
	mkdir -p .config/uraniwa && echo "theme = $theme" > .config/uraniwa/config
	"$abs_builddir/tests/ui/monkey" "$seed" "$piece" > script
	rm -rf last && mkdir last && cp $data/demo.db* last
	# what it exports lands in a folder of its own
	rm -rf out && mkdir out
	(cd out && URANIWA_SCRIPT=../script exec timeout 600 "$URANIWA" -f ../$data/demo.db $options \
		2> ../said) || failed "status $?"
	done=$((done + piece))
	seed=$((seed + 1))
done
"$URANIWA" -f $data/demo.db check > said 2>&1 || failed "check"
projects > after
comm -23 before after > lost
[ ! -s lost ] || { head lost; failed "projects are lost"; }
echo "ok: $done events, $(comm -13 before after | wc -l) projects added"
