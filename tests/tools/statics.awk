# statics - one line for each static function of the files: file, name, how often it is called.
function forget(    name, i, text, calls) {
	for (name in defined) {
		calls = -defined[name]
		for (i = 1; i <= lines; i++) {
			text = line[i]
			while (match(text, "(^|[^A-Za-z0-9_])" name "\\(")) {
				calls++
				text = substr(text, RSTART + RLENGTH)
			}
		}
		print file, name, calls
	}
	delete defined
	lines = 0
}
FNR == 1 { if (file) forget(); file = FILENAME; comment = 0 }
{
	text = $0
	gsub(/"([^"\\]|\\.)*"/, "\"\"", text)
	if (comment) {
		if (!sub(/^.*\*\//, "", text)) next
		comment = 0
	}
	while (match(text, /\/\*([^*]|\*[^\/])*\*\//))
		text = substr(text, 1, RSTART - 1) substr(text, RSTART + RLENGTH)
	if (sub(/\/\*.*/, "", text)) comment = 1
	line[++lines] = text
	if (text ~ /^static [^=;]*\(/) {
		sub(/\(.*/, "", text)
		if (match(text, /[A-Za-z0-9_]+$/)) defined[substr(text, RSTART)]++
	}
}
END { forget() }
