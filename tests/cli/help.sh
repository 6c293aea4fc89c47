#!/bin/sh
# Help, versions, and every way to use the command line wrongly.
. "${abs_srcdir:?}/tests/cli/lib.sh"

uraniwa --version </dev/null
uraniwa help
for command in add check completion copy demo edit explain export help history import init list move rollup \
	show table undo redo; do
	uraniwa help $command
done
uraniwa list --help >/dev/null
LANGUAGE=en
export LANGUAGE
uraniwa help
uraniwa --lang ja help help
uraniwa help import
uraniwa edit --help

for LANGUAGE in ja en; do
	note "wrong use in $LANGUAGE"
	uraniwa --sort
	uraniwa list --sort
	uraniwa list --readonly=yes
	uraniwa list --re
	uraniwa list -x
	uraniwa list -status:draft
	uraniwa list --format yaml
	uraniwa list --limit ten
	uraniwa list --columns number,colour
	uraniwa list --sort -colour
	uraniwa list 'colour:red'
	uraniwa list '"open'
	uraniwa list hours:many
	uraniwa --fy R99x list
	uraniwa --fy 平成32 list
	uraniwa --fy '' list
	uraniwa --lang fr list
	uraniwa --ambiguous 3 list
	uraniwa --user '' list
	uraniwa -f a.db --db postgresql://server/uraniwa list
	uraniwa init now
	uraniwa show
	uraniwa move R7-1
	uraniwa import projects
	uraniwa import teams a.csv
	uraniwa export training
	uraniwa export units --filter a
	uraniwa export units --format text
	uraniwa export units -o a.txt
	uraniwa export units --format json --encoding cp932
	uraniwa help me
	uraniwa table coverage
	uraniwa table problem-types --stage guess
	uraniwa rollup
	uraniwa rollup --rows colour
	uraniwa rollup --rows department --cols colour
	uraniwa rollup --rows department --measure luck
	uraniwa rollup --rows department,section,team
	uraniwa undo all
	uraniwa undo 0
	uraniwa demo -f a.db
	uraniwa add
	uraniwa edit R7-1
	uraniwa copy R7-1
	# Commands of later versions are not known yet.
	for command in report similar snapshot indicator unit user param rule backup restore lint; do
		uraniwa $command
	done
done
finish
