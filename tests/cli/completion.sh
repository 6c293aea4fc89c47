#!/bin/sh
# Completion: what bash offers after the words that stand there, and that zsh can read its script.
. "${abs_srcdir:?}/tests/cli/lib.sh"

uraniwa completion fish
"$URANIWA" completion bash >"$work/bash" || exit 1
"$URANIWA" completion zsh >"$work/zsh" || exit 1

# offers WORD…: what is offered for the last word.
offers() {
	note "uraniwa$(quoted "$@")"
	bash -c '
		compopt() { echo "($*)"; }
		. "$0"
		COMP_WORDS=(uraniwa "$@")
		COMP_CWORD=$#
		_uraniwa
		printf "%s\n" "${COMPREPLY[@]}"' "$work/bash" "$@" >>"$transcript"
}

offers i
offers --amb
offers table p
offers rollup --rows s
offers rollup --measure l
offers -f a.db rollup --stage ''
offers rollup --basis f
offers table trend --format j
offers import p
offers import projects a
offers move R7-0001 c
offers edit R7-0001 --set running
offers list --limit ''
offers table trend -o ''
offers completion z
if command -v zsh >/dev/null; then
	zsh -n "$work/zsh" || exit 1
fi
finish
