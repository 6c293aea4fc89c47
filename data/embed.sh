#!/bin/sh
# Writes an assembler file that carries the named files and a table of them:
#   embed.sh SOURCE_DIR FILE...
# Each entry of resource_table is {name, start, end}; src/base/resource.c reads it.
set -eu
top=$1
shift
# The migrations of an engine, data/schema/ENGINE/NNN-what.sql, count from 001 without a gap.
printf '%s\n' "$@" | LC_ALL=C awk -F '[/-]' '
	$2 == "schema" && $4 + 0 != ++count[$3] { print $0 ": not number " count[$3] " of its folder" >"/dev/stderr"; exit 1 }'
echo '	.section .rodata'
n=0
for file; do
	printf 'name%d: .asciz "%s"\nstart%d: .incbin "%s/%s"\nend%d: .byte 0\n' \
		"$n" "${file#data/}" "$n" "$top" "$file" "$n"
	n=$((n + 1))
done
cat <<END
	.section .data.rel.ro,"aw"
	.balign 8
	.globl resource_table
	.type resource_table, %object
resource_table:
END
i=0
while [ "$i" -lt "$n" ]; do
	printf '	.quad name%d, start%d, end%d\n' "$i" "$i" "$i"
	i=$((i + 1))
done
cat <<END
	.quad 0, 0, 0
	.size resource_table, .-resource_table
	.section .note.GNU-stack,"",%progbits
END
