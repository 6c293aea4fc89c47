# The first start and the help screen, in both languages, on small and large terminals, narrow and
# wide; they need no database.
. "$abs_srcdir/tests/ui/screen_test.sh"

screen_test first-ja 80x24 -f new.db --lang ja <<'END'
"見本県
Left Left
"岐阜
:dump screen
:cursor caret
END
# six columns of 見岐阜 after a margin of two
screen_expect 'caret' "$(cat "$screen_work/caret")" '6 8'

for size in 80x24 40x12 120x40; do
	for lang in ja en; do
		for ambiguous in 1 2; do
			screen_test "help-$lang-$size-$ambiguous" $size -f new.db --lang $lang \
				--ambiguous=$ambiguous <<'END'
F1 4*Down
:dump screen
END
		done
	done
done

# Tab shows the keys of all screens
screen_run 80x24 -f new.db --lang en <<'END'
F1 Tab
:dump whole
END
screen_expect 'headings' "$(grep -c 'Help: all screens\|Home' "$screen_work/whole")" 2

# too small: a plea, no crash, and nothing lost when it grows again
screen_test too-small 20x5 -f new.db --lang ja <<'END'
"見本県
:dump screen
END
screen_test grown-again 80x24 -f new.db --lang ja <<'END'
"見本県
:resize 20x5
F1 q
:resize 40x12
:dump screen
END

# the input method is on: command keys are folded, kana are explained
screen_test input-method 80x24 -f new.db --lang ja <<'END'
F1
"ｊｊｊあ
:dump screen
END

# every size survives every kind of key
for size in 1x1 2x1 20x5 39x11 40x12 41x13 200x60; do
	screen_run $size -f new.db --lang ja <<'END'
F1 Tab PageDown End Up Home Esc
"見本
:paste 一行\n二行
C-a C-k C-y C-_ Left Backspace Delete F2 Down Enter
:click 0 0
:click 500 500
:resize 3x3
F1 Down
:resize 80x24
END
done

# a line that cannot be read ends the run with a message
printf 'Nowhere\n' > "$screen_work/wrong"
(cd "$screen_work" && URANIWA_SCRIPT=wrong URANIWA_SIZE=80x24 "$URANIWA" -f new.db 2> stderr)
screen_expect 'status of a wrong script' $? 2
# a code in full width is the code in digits, as on the command line
screen_run 80x24 -f made.db --lang ja <<'END'
"見本県
Down
"９９０００１
Enter
END
"$URANIWA" -f "$screen_work/made.db" --body 990001 export units > "$screen_work/units" 2>&1 ||
	{ cat "$screen_work/units"; screen_fail 'another code'; }

screen_done
