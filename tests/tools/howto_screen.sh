#!/bin/sh
# howto_screen - a page is added as HACKING.md shows; the menu, key scripts and the help know it.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add a screen'
howto_touches 4 1
howto_build
howto_body
howto_screen 80x24 --user office --lang ja --ambiguous=1 <<'END'
6
:dump menu
:open unread
:field name
:dump page
F1
:dump help
Esc Enter
:dump units
END
howto_says '読みのない組織 +かなで探せない組織' cat "$howto_work/menu"
howto_says 'S11 +福祉課' cat "$howto_work/page"
howto_says 'Enter +開く' cat "$howto_work/help"
howto_says '総務部 +D2' cat "$howto_work/units"
cmp -s "$howto_work/page" "$howto_work/units" && howto_fail 'Enter leads nowhere'
howto_done
