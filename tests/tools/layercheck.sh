#!/bin/sh
# layercheck - proves the layers of the house from the #include lines of src/.
#
#   layercheck.sh [SOURCE_DIR]   default: $abs_srcdir
#
# A folder may include only the folders named beside it below; a system header that belongs to one
# layer may be included there only. Prints each breach and fails when there is one; also fails when
# a planted breach goes unseen, so that the check itself cannot rot.
set -eu
top=${1:-${abs_srcdir:-.}}

check() {
	find "$1/src" -name '*.[ch]' | LC_ALL=C sort | xargs awk -v top="$1/src/" '
	BEGIN {
		may["base"] = "base"
		may["model"] = "base model"
		may["rollup"] = "base model rollup"
		may["exchange"] = "base model exchange"
		may["db"] = "base db"
		may["store"] = "base db model store"
		may["service"] = "base model rollup exchange db store service"
		may["cli"] = may["service"] " cli"
		may["ui"] = may["service"] " ui"
		may["main"] = may["service"] " cli ui"
		# Above service nobody talks to the engine itself.
		sub(" db", "", may["cli"])
		sub(" db", "", may["ui"])
		home["curses.h"] = home["ncurses.h"] = home["term.h"] = home["ncursesw/curses.h"] = "ui"
		home["sqlite3.h"] = home["libpq-fe.h"] = "db"
		home["csv.h"] = home["xlsxwriter.h"] = home["cairo.h"] = home["cairo-pdf.h"] = "exchange"
		home["pango/pangocairo.h"] = "exchange"
	}
	FNR == 1 {
		file = substr(FILENAME, length(top) + 1)
		layer = file
		if (!sub("/.*", "", layer))
			layer = "main"
		files++
		if (!(layer in may))
			breach("stands in no known layer")
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, quoted, "\"")
		if (quoted[2] == "config.h" || quoted[2] !~ "/")
			next
		target = quoted[2]
		sub("/.*", "", target)
		if (index(" " may[layer] " ", " " target " ") == 0)
			breach("includes \"" quoted[2] "\", which layer " layer " may not know")
	}
	/^[ \t]*#[ \t]*include[ \t]*</ {
		header = $0
		sub("^[^<]*<", "", header)
		sub(">.*", "", header)
		if (header in home && home[header] != layer)
			breach("includes <" header ">, which belongs to layer " home[header])
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

planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT
mkdir -p "$planted/src/model" "$planted/src/ui"
printf '#include "store/store.h"\n' >"$planted/src/model/a.c"
printf '#include <sqlite3.h>\n' >"$planted/src/ui/b.c"
for breach in model/a.c ui/b.c; do
	if check "$planted" | grep -q "^$breach:1: "; then
		:
	else
		echo "layercheck does not see the breach planted in $breach"
		exit 1
	fi
done

check "$top"
