#!/bin/sh
# layercheck - proves the layers and rooms of the house from the #include lines of src/.
#
#   layercheck.sh [SOURCE_DIR]   default: $abs_srcdir
#
# Each folder says in the head of its sources.am what it may include ("# May include: base model"; a
# layer that has rooms stands for all of them). A system header that belongs to one layer may be
# included there only, and what is called private.h only in its own folder. Prints each breach and
# fails when there is one, when two folders may include each other, and when a planted breach goes
# unseen, so that the check itself cannot rot.
set -eu
top=${1:-${abs_srcdir:-.}}

# Where a folder may include another, one pair a line.
allowances() {
	find "$1/src" -name sources.am | LC_ALL=C sort | while read -r list; do
		folder=${list#"$1/src/"}
		folder=${folder%/sources.am}
		[ -n "$(find "${list%/*}" -maxdepth 1 -name '*.[ch]' -print -quit)" ] || continue
		sed -n 's/^# May include: //p' "$list" | tr ' ' '\n' | sed "s|^|$folder |"
	done
}

check() {
	allowances "$1" >"$work/may"
	sed 's/^\([^ ]*\) \(.*\)/\2 \1/' "$work/may" | LC_ALL=C tsort >/dev/null 2>"$work/circle" ||
		{ echo "folders may include each other in a circle:"; cat "$work/circle"; return 1; }
	find "$1/src" -name '*.[ch]' -print0 | LC_ALL=C sort -z | xargs -0 awk -v top="$1/src/" -v allowed="$work/may" '
	BEGIN {
		while ((getline line < allowed) > 0) {
			split(line, pair, " ")
			may[pair[1]] = may[pair[1]] " " pair[2]
		}
		may["main"] = " base model rollup exchange db store service cli ui"
		home["curses.h"] = home["ncurses.h"] = home["term.h"] = home["ncursesw/curses.h"] = "ui/term"
		home["sqlite3.h"] = home["libpq-fe.h"] = "db"
		home["csv.h"] = home["expat.h"] = home["zip.h"] = home["xlsxwriter.h"] = home["cairo.h"] = home["cairo-pdf.h"] = "exchange"
		home["pango/pangocairo.h"] = "exchange"
		home["sha1.h"] = "base"
		home["sha2.h"] = "model"
	}
	FNR == 1 {
		file = substr(FILENAME, length(top) + 1)
		folder = file
		if (!sub("/[^/]*$", "", folder))
			folder = "main"
		files++
		if (!(folder in may))
			breach("stands in a folder whose sources.am does not say what it may include")
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, quoted, "\"")
		if (quoted[2] == "config.h" || quoted[2] !~ "/")
			next
		target = quoted[2]
		sub("/[^/]*$", "", target)
		if (target != folder && !allows(target))
			breach("includes \"" quoted[2] "\", which " folder " may not know")
		else if (target != folder && quoted[2] ~ "/private[.]h$")
			breach("includes \"" quoted[2] "\", which is private to " target)
	}
	/^[ \t]*#[ \t]*include[ \t]*</ {
		header = $0
		sub("^[^<]*<", "", header)
		sub(">.*", "", header)
		if (header in home && home[header] != folder)
			breach("includes <" header ">, which belongs to " home[header])
	}
	function allows(target,    layer) {
		layer = target
		sub("/.*", "", layer)
		return index(may[folder] " ", " " target " ") || index(may[folder] " ", " " layer " ")
	}
	function breach(text) {
		print file ":" FNR ": " text
		bad++
	}
	END {
		if (!files) {
			print "no source files below " top
			bad++
		}
		exit bad > 0
	}'
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
planted=$work/planted
mkdir -p "$planted/src/model" "$planted/src/ui/term" "$planted/src/ui/widget"
printf '# May include: base\n' >"$planted/src/model/sources.am"
printf '# May include: base\n' >"$planted/src/ui/term/sources.am"
printf '# May include: base ui/term\n' >"$planted/src/ui/widget/sources.am"
printf '#include "store/store.h"\n' >"$planted/src/model/a.c"
printf '#include <sqlite3.h>\n' >"$planted/src/ui/term/b.c"
printf '#include "ui/widget/w_list.h"\n' >"$planted/src/ui/term/c.c"
printf '#include "ui/term/private.h"\n' >"$planted/src/ui/widget/d.c"
printf '#include "ui/term/key.h"\n' >"$planted/src/ui/widget/e.c"
for breach in model/a.c ui/term/b.c ui/term/c.c ui/widget/d.c; do
	if check "$planted" | grep -q "^$breach:1: "; then
		:
	else
		echo "layercheck does not see the breach planted in $breach"
		exit 1
	fi
done
if check "$planted" | grep '^ui/widget/e\.c'; then
	echo "layercheck refuses what is allowed"
	exit 1
fi
printf '# May include: base ui/widget\n' >"$planted/src/ui/term/sources.am"
if check "$planted" >/dev/null; then
	echo "layercheck does not see two folders that may include each other"
	exit 1
fi

check "$top"
