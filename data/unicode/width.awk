# Makes src/base/width_table.h: how many terminal columns each character takes.
#   awk -f width.awk EastAsianWidth.txt UnicodeData.txt
# zero       marks (Mn, Me), format characters (Cf, but for the soft hyphen) and the vowels and
#            final consonants of Hangul: they join the character before them
# wide       East Asian Width W and F, with them the emoji that have a picture by default
# ambiguous  East Asian Width A: one column or two, as the terminal likes it
# The rest is narrow. Only POSIX awk is used; it has no hexadecimal numbers, hence number().
BEGIN {
	for (i = 0; i < 16; i++)
		digit[substr("0123456789ABCDEF", i + 1, 1)] = i
	width["W"] = width["F"] = "WIDTH_WIDE"
	width["A"] = "WIDTH_AMBIGUOUS"
}

function number(hex,    i, value)
{
	for (i = 1; i <= length(hex); i++)
		value = value * 16 + digit[substr(hex, i, 1)]
	return value
}

function join(first, last)
{
	for (; first <= last; first++)
		zero[first] = 1
}

function flush_run()
{
	if (class != "")
		printf "\t{0x%04X, 0x%04X, %s},\n", start, end, class
}

function add(character, next_class)
{
	if (next_class == class && character == end + 1) {
		end = character
		return
	}
	flush_run()
	class = next_class
	start = end = character
}

FILENAME ~ /EastAsianWidth/ && NR == 1 {
	version = $2
	sub(/^EastAsianWidth-/, "", version)
	sub(/\.txt$/, "", version)
}

FILENAME ~ /EastAsianWidth/ {
	sub(/[ \t]*#.*/, "")
	if ($0 == "")
		next
	split($0, field, /[ \t]*;[ \t]*/)
	n = split(field[1], bound, /\.\./)
	ranges++
	first_of[ranges] = number(bound[1])
	last_of[ranges] = number(bound[n])
	class_of[ranges] = width[field[2]]
	next
}

{
	split($0, field, ";")
	if (field[3] ~ /^(Mn|Me|Cf)$/ && field[1] != "00AD")
		join(number(field[1]), number(field[1]))
}

END {
	join(number("1160"), number("11FF"))
	join(number("D7B0"), number("D7C6"))
	join(number("D7CB"), number("D7FB"))
	printf "/* Made by data/unicode/width.awk from Unicode %s; do not edit. */\n", version
	print "static const struct width_range width_table[] = {"
	for (i = 1; i <= ranges; i++)
		for (c = first_of[i]; c <= last_of[i]; c++)
			add(c, c in zero ? "WIDTH_ZERO" : class_of[i])
	flush_run()
	print "};"
}
