#!/bin/sh
# howto_command - a command is added as HACKING.md shows; help, completion and the manual page know it.
. "${abs_srcdir:?}/tests/tools/howto/lib.sh"
howto_start
howto_apply 'Add a command'
howto_touches 4 1
howto_build
howto_body
howto_says '^2$' uraniwa count 'dept:福祉'
howto_says '^0$' uraniwa count 住民税
howto_fails '足りません' uraniwa count
howto_says '^ +count +.*取組を数えます' uraniwa help
howto_says 'uraniwa count' uraniwa help count
howto_says '\|copy\|count\|' uraniwa completion bash
howto_make data/man/ja/uraniwa.1 || howto_fail_with "$howto_work/make.log" 'no manual page'
howto_says '取組を数えます' cat "$howto_build/data/man/ja/uraniwa.1"
howto_done
