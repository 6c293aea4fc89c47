#!/bin/sh
# messages - every message of the program has its Japanese: msgcmp finds none missing or doubtful.
set -u
cd "$abs_builddir" || exit 99
${MAKE-make} -s po/uraniwa.pot || exit 99
msgcmp "$abs_srcdir/po/ja.po" po/uraniwa.pot
