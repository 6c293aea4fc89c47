# paper_cells.awk - reads a table off its pages and compares it with CSV. Files, in this order:
#   columns      heading and type of those in files, a line a column
#   table.cells  row, column, type, text of each cell in files (cells.sh)
#   table.txt    the table as text: its headings are those for people
#   words.html   what pdftotext -bbox says of the paper
# Prints the number of cells it has compared, or what is wrong (status 1).
#
# Words that stand at one height are a line. The first whose words begin the headings says where columns
# are: texts begin at one place, figures end at one. A line belongs to the row above it until that row has
# all that it should have. What stands behind the table goes into the file `rest`, a word a line.
function wrong(what) {
	print "page " page ": " what
	failed = 1
	exit 1
}
function bare(text) {
	gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&amp;/, "\\&", text)
	gsub(/\\n/, "", text); gsub(/[ \t]|　/, "", text)
	gsub(/\363\240[\204-\207][\200-\277]/, "", text) # which form of a character: it has no letter of its own
	return text
}
# 1,724 and △5 as machines have them.
function plain(text) {
	gsub(/,/, "", text)
	if (sub(/^△/, "", text)) return "-" text
	sub(/^\+/, "", text)
	return text
}
function is_figure(c) { return c in file && type[file[c]] !~ /^(text|code|date)$/ }
function number(name,   part) {
	split($0, part, name "=\"")
	return part[2] + 0
}
FILENAME ~ /columns$/ { split($0, part, "\t"); files++; heading[files] = bare(part[1]); type[files] = part[2]; next }
FILENAME ~ /cells$/ { split($0, part, "\t"); cell[part[1], part[2]] = bare(part[4]); if (part[1] > rows) rows = part[1]; next }
FILENAME ~ /txt$/ {
	if (!rules && $0 ~ /^─/) {
		rules = 1
		people = split(before, part, /  +/)
		f = 1
		for (c = 1; c <= people; c++) {
			label[c] = bare(part[c])
			for (g = f; g <= files && heading[g] != label[c]; g++) ;
			if (g <= files) { file[c] = g; f = g + 1 }
		}
	} else if (rules && $0 !~ /^─/) {
		text[++texts + 1] = bare($0)
	}
	before = $0
	next
}
/<page / { read_page(); page++; wide = number("width"); high = number("height"); count = 0 }
/<word / {
	x1[++count] = number("xMin"); x2[count] = number("xMax"); y[count] = (number("yMin") + number("yMax")) / 2
	word = $0; sub(/^[^>]*>/, "", word); sub(/<\/word>.*/, "", word)
	said[count] = bare(word)
	if (x1[count] < 0 || x2[count] > wide || y[count] < 0 || y[count] > high) wrong(said[count] " is off the page")
}
END {
	if (failed) exit 1
	read_page()
	if (open) wrong("row " row ": " (complete() ? "no page ends" : missing))
	if (row != rows || shown != people) wrong("ends with row " row " of " rows ", column " shown " of " people)
	print compared + 0
	# what follows the table: notes and the chart
	for (i = 1; i <= beyond; i++) print after[i] >rest
}
# By height, then from the left.
function sort_words(   i, j, at) {
	for (i = 1; i <= count; i++) order[i] = i
	for (i = 2; i <= count; i++) {
		at = order[i]
		for (j = i - 1; j >= 1 && (y[order[j]] > y[at] + 3 || (y[order[j]] > y[at] - 3 && x1[order[j]] > x1[at])); j--)
			order[j + 1] = order[j]
		order[j + 1] = at
	}
}
# The words from first to last begin the headings: which columns are these? Cells stand apart by more than
# a blank.
function find_columns(first, last,   i, n, c, labels, next_column, at) {
	n = 0
	for (i = first; i <= last; i++) {
		at = order[i]
		if (i > first && x1[at] - x2[order[i - 1]] < 7) { begun[n] = begun[n] said[at]; right[n] = x2[at]; continue }
		begun[++n] = said[at]; left[n] = x1[at]; right[n] = x2[at]
	}
	next_column = shown < people ? shown : 0
	for (labels = next_column ? 1 : n; n > 1 && labels <= n; labels++) {
		for (c = 1; c <= n; c++) {
			column[c] = c <= labels ? c : next_column + c - labels
			if (column[c] > people || index(label[column[c]], begun[c]) != 1) break
		}
		if (c > n) { columns_here = n; return 1 }
	}
	return 0
}
# The column of a page in which words from one place to another stand; 0 for none.
function column_at(from, to,   c, best) {
	for (c = 1; c <= columns_here; c++) {
		if (is_figure(column[c]) && to > right[c] - 1.5 && to < right[c] + 1.5) return c
		if (!is_figure(column[c]) && from > left[c] - 1.5) best = c
	}
	return best
}
function ends_with(text, end) { return substr(text, length(text) - length(end) + 1) == end }
# Has the row all that is known of it? What is missing stands in missing.
function complete(   c, f, have) {
	for (c = 1; c <= columns_here; c++) {
		if (!(column[c] in file)) continue
		f = file[column[c]]
		have = is_figure(column[c]) ? plain(got[c]) : got[c]
		if (have == cell[row, f]) continue
		# names for people, where files have a code or no circled digit under the same heading
		if (!is_figure(column[c]) && (cell[row, f] == "") == (have == "") && index(text[row], have) &&
			(type[f] == "code" || ends_with(have, cell[row, f]))) continue
		missing = label[column[c]] " is “" got[c] "”, not “" cell[row, f] "”"
		return 0
	}
	return 1
}
function close_row(   c) {
	if (!complete()) wrong("row " row ": " missing)
	for (c = 1; c <= columns_here; c++) {
		if (got[c] != "") compared++
		got[c] = ""
	}
	open = 0
}
# Puts the words of a line under their columns; those that stand together go together.
function put_line(first, last, under,   i, c, words, from) {
	known = 0
	for (i = first; i <= last; i++) {
		if (words == "") from = x1[order[i]]
		words = words said[order[i]]
		if (i < last && x1[order[i + 1]] - x2[order[i]] < 7) continue
		c = column_at(from, x2[order[i]])
		if (!c) wrong("row " row ": “" words "” stands under no heading")
		under[c] = under[c] words
		if (column[c] in file) known = 1
		words = ""
	}
}
# The headings are begun: what is read below them goes on where the page before ended, or, where there are
# further columns, where it began.
function begin_table(   c) {
	if (shown > 0 && shown < people) row = first_row
	else first_row = row
	shown = column[columns_here]
	for (c = 1; c <= columns_here; c++) whole[c] = ""
}
function headings_whole(   c, all) {
	all = 1
	for (c = 1; c <= columns_here; c++) {
		if (index(label[column[c]], whole[c]) != 1) wrong("heading “" whole[c] "”, not “" label[column[c]] "”")
		if (label[column[c]] != whole[c]) all = 0
	}
	return all
}
function keep_after(from, to,   k) {
	for (k = from; k <= to; k++) if (y[order[k]] < high - 40) after[++beyond] = said[order[k]]
}
function read_page(   i, j, c, in_table, in_rows) {
	if (!count) return
	if (row == rows && shown == people && !open) {
		sort_words()
		keep_after(1, count)
		return
	}
	if (!row) row = 1
	sort_words()
	for (i = 1; i <= count && y[order[i]] < high - 40; i = j + 1) {
		for (j = i; j < count && y[order[j + 1]] < y[order[i]] + 3; j++) ;
		if (!in_table) {
			if (!find_columns(i, j)) continue
			in_table = 1
			begin_table()
		}
		if (!in_rows) {
			put_line(i, j, whole)
			in_rows = headings_whole()
			continue
		}
		for (c = 1; c <= columns_here; c++) line[c] = ""
		put_line(i, j, line)
		if (open && known && complete()) close_row()
		if (!open && row == rows) {
			keep_after(i, count)
			break
		}
		if (!open) row++
		open = 1
		for (c = 1; c <= columns_here; c++) {
			got[c] = got[c] line[c]
			if (!index(text[row], got[c])) wrong("row " row ": “" got[c] "” is not in “" text[row] "”")
		}
	}
	if (!in_rows) wrong("no headings")
	# a row goes on where it has all columns
	if (debug) print "page end row " row " open " open " complete " complete() " " missing > "/dev/stderr"
	if (open && (shown < people || columns_here < people || complete())) close_row()
}
