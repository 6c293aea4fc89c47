# formulas.awk - evaluates every printed formula "A × B − C = D" of a text with the numbers that it shows, each rounded
# half away from zero at its own last digit; what a period saves is floored (domain.md §4). One that does not
# come true is printed. -v least=N: as many must be found.

# A figure in minutes, yen or pieces: "△1,724分", "44時間24分", "0.5人役". Sets unit and decimals.
function figure(text,    sign, at, hours) {
	sign = 1
	gsub(/,/, "", text)
	sub(/^[0-9]+月 [0-9]+件 /, "", text) # a month of seasonal work
	if (index(text, "△") == 1) {
		sign = -1
		text = substr(text, length("△") + 1)
	}
	if (text !~ /^[0-9]/)
		return bad(text)
	decimals = match(text, /^[0-9]+\.[0-9]+/) ? RLENGTH - index(text, ".") : 0
	unit = text
	sub(/^[0-9.]+/, "", unit)
	at = index(unit, "時間")
	if (at != 1)
		return sign * text
	hours = text + 0
	text = substr(unit, length("時間") + 1)
	unit = "時間"
	return sign * (hours * 60 + text)
}

function bad(text) {
	known = 0
	return 0
}

# A product or quotient. times, yen, years: whether such figures were in it.
function term(text,    count, parts, ops, i, value, next_value, kept) {
	kept = text
	gsub(/ ÷ /, "\001÷", text)
	gsub(/ × |×/, "\001×", text)
	count = split(text, parts, "\001")
	value = 1
	for (i = 1; i <= count; i++) {
		ops = i == 1 ? "×" : index(parts[i], "÷") == 1 ? "÷" : "×"
		if (i > 1)
			parts[i] = substr(parts[i], length(ops) + 1)
		next_value = figure(parts[i])
		hours = hours || unit == "時間"
		yen = yen || index(unit, "円") == 1
		yearly = yearly || unit == "円/年"
		if (ops == "÷" && next_value == 0)
			return bad(kept)
		value = ops == "×" ? value * next_value : value / next_value
	}
	return value
}

function expression(text,    count, parts, i, value) {
	hours = yen = yearly = 0
	gsub(/ − /, "\002-", text)
	gsub(/ \+ /, "\002", text)
	count = split(text, parts, "\002")
	value = 0
	for (i = 1; i <= count; i++)
		value += substr(parts[i], 1, 1) == "-" ? -term(substr(parts[i], 2)) : term(parts[i])
	# hours of so many yen each are worth yen
	return hours && yen ? value / 60 : value
}

function rounded(value) {
	return value < 0 ? -int(-value + 0.5 + 1e-9) : int(value + 0.5 + 1e-9)
}

function floored(value,    whole) {
	whole = int(value + 1e-9)
	return value + 1e-9 < whole ? whole - 1 : whole
}

# What stands before the first figure of a formula is its name.
function formula(line,    at) {
	while ((at = match(line, /[:：] /)) > 0)
		line = substr(line, at + RLENGTH)
	sub(/^ *[0-9]+\. /, "", line)
	sub(/、?（.*）$/, "", line)
	return line
}

# Seasonal work: 39.2分 → 19.6分: 4月 88件 1,724分 + …: every month comes true, too.
/[0-9]分 → [0-9.,]+分.* = / {
	line = $0
	sub(/^.*: /, "", line)
	before = $0
	sub(/分 → .*/, "", before)
	sub(/.* /, "", before)
	after = $0
	sub(/.*分 → /, "", after)
	gsub(/,/, "", before)
	gsub(/,/, "", after)
	gsub(/,/, "", line)
	sub(/ = .*/, "", line)
	gsub(/ \+ /, "\001", line)
	count = split(line, months, "\001")
	for (i = 1; i <= count; i++) {
		split(months[i], words, " ")
		known = 1
		if (floored((before - (after + 0)) * words[2]) != figure(words[3])) {
			print "false: " $0
			failed = 1
		}
	}
}

/1人役 = / {
	H = $0
	sub(/.*1人役 = /, "", H)
	gsub(/,/, "", H)
	several = H !~ /^[0-9]+時間/
	H += 0
}

/ = / && !/人役 = / && !/1時間 = / {
	line = formula($0)
	count = split(line, sides, " = ")
	for (i = 2; i <= count; i++) {
		known = 1
		left = expression(sides[i - 1])
		was_yearly = yearly
		right = sides[i]
		sub(/ × .*/, "", right)
		shown = figure(right)
		if (!known)
			continue
		if (unit == "人役" && (several || !H))
			continue
		if (unit == "人役")
			left /= 60 * H
		if (unit == "か月" && was_yearly)
			left *= 12
		scale = 10 ^ decimals
		found++
		if ((index(unit, "分/") == 1 ? floored(left) : rounded(left * scale) / scale) != shown) {
			print "false: " $0
			failed = 1
		}
	}
}

END {
	if (found < least) {
		print "only " found + 0 " formulas"
		failed = 1
	}
	exit failed
}
