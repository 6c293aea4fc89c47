#!/bin/sh
# Bad files: every one is refused with its reason, and the database stays as it was.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
quietly -f a.db import projects "$sheets/office.csv"
quietly -f a.db import effects "$sheets/effects.csv"
dump a.db >before

head='取組名,班コード,年度,課題類型,ICTツール,削減時間,導入経費'
bad() {
	note "$1"
	shift
	"$@" >bad.csv
	uraniwa -f a.db import projects bad.csv
}
rows() {
	printf '%s\r\n' "$head" "$@"
}
for LANGUAGE in ja en; do
	bad 'an unknown unit' rows 'ほか,T999,R7,1,RPA,10,'
	bad 'a unit not valid in that year' rows 'ほか,T112,R7,1,RPA,10,'
	bad 'a fiscal year in no form' rows 'ほか,T111,07,1,RPA,10,'
	bad 'an unknown tool' rows 'ほか,T111,R7,1,くま,10,'
	bad 'an unknown type' rows 'ほか,T111,R7,⑨,RPA,10,'
	bad 'a number too large' rows 'ほか,T111,R7,1,RPA,10,99999999999999999999'
	bad 'no number' rows 'ほか,T111,R7,1,RPA,たくさん,'
	bad 'several cells of a row' rows 'ほか,T999,R7,⑨,くま,たくさん,-1' '良い,T111,R7,1,RPA,10,'
	bad 'no title' rows ',T111,R7,1,RPA,10,'
	bad 'no team' rows 'ほか,,R7,1,RPA,10,'
	bad 'two rows for one project' rows '同じ,T111,R7,1,RPA,10,' 'ほか,T111,R7,1,RPA,1,' \
		'同じ,T111,R7,1,RPA,10,'
	bad 'bytes of no encoding' printf '取組名,班コード\nあ\377い,T111\n'
	bad 'a NUL byte' printf '取組名,班コード\na\0b,T111\n'
	bad 'an open quote' printf '取組名,班コード\n"あ,T111\nい,T111\n'
	bad 'a stray quote' printf '取組名,班コード\nあ"い,T111\n'
	bad 'UTF-16 cut short' printf '\377\376a\0\n\0b'
	bad 'a missing heading' printf '取組名,年度\nあ,R7\n'
	bad 'headings only' rows
	bad 'an empty file' printf ''
	bad 'one heading twice' printf '取組名,班コード,件名\nあ,T111,い\n'
	note 'negative counts, too many months, unknown projects'
	printf '%s\n' '取組番号,行,取組前1件あたり分,取組前件数,取組後1件あたり分,取組後件数,期間,月数' \
		'R7-0001,1,10,-5,5,5,月,7' 'R7-0001,1,10,1000000001,5,5,月,7' \
		'R7-0001,1,-10,5,5,5,月,7' 'R7-0001,1,10,5,5,5,月,13' 'R7-0001,1,10,5,5,5,旬,7' \
		'R7-0009,1,10,5,5,5,月,7' ',1,10,5,5,5,月,7' 'R7-0001,0,10,5,5,5,月,7' >bad.csv
	uraniwa -f a.db import effects bad.csv
	note 'units without a place'
	printf '%s\n' 'code,kind,name,parent_code,first_fiscal_year' 'X1,team,班,X9,2025' \
		'X2,group,班,S11,2025' ',team,班,S11,2025' 'X3,team,班,S11,07' >bad.csv
	uraniwa -f a.db import units bad.csv
	sed -i 3,5d bad.csv
	uraniwa -f a.db import units bad.csv
	note 'a unit that goes before those below it'
	printf '%s\n' 'code,kind,name,parent_code,first_fiscal_year,last_fiscal_year' \
		'S12,section,こども課,D1,2020,2024' >bad.csv
	uraniwa -f a.db import units bad.csv
	note 'people and leaders'
	printf '%s\n' 'code,name,role,unit_code' 'a,あ,king,S11' 'b,い,leader,S99' ',う,,' >bad.csv
	uraniwa -f a.db import people bad.csv
	printf '%s\n' 'fiscal_year,section_code,person_code' 'R7,S99,a' 'R7,S11,nobody' >bad.csv
	uraniwa -f a.db import leaders bad.csv
done

note 'no files at all'
LANGUAGE=en
export LANGUAGE
mkdir folder
uraniwa -f a.db import projects folder
uraniwa -f a.db import projects missing.csv
uraniwa -f a.db import projects "$sheets/office.csv/below"
if [ "$(id -u)" -ne 0 ]; then
	cp "$sheets/office.csv" locked.csv
	chmod a-r locked.csv
	"$URANIWA" -f a.db import projects locked.csv 2>/dev/null && fail 'an unreadable file'
fi

note 'all files or none'
rows 'よい,T111,R7,1,RPA,10,' >good.csv
rows 'わるい,T999,R7,1,RPA,10,' >bad.csv
uraniwa -f a.db import projects good.csv bad.csv
uraniwa -f a.db import projects --dry-run good.csv good.csv
dump a.db >after
same before after

note 'rejects, and what is good about a bad file'
{
	rows 'よい,T111,R7,1,RPA,10,'
	for number in 1 2 3 4 5 6 7 8 9 10 11 12; do
		printf 'わるい,T9%02d,R7,1,RPA,10,\r\n' $number
	done
} >mixed.csv
uraniwa -f a.db import projects --rejects rejects.csv mixed.csv
cat rejects.csv >>"$transcript"
dump a.db >after
same before after
uraniwa -f a.db import projects --skip-bad mixed.csv
uraniwa -f a.db list --columns number,team,title
uraniwa -f a.db import projects --rejects rejects.csv --force good.csv
cat rejects.csv >>"$transcript"
uraniwa -f a.db import projects --rejects missing/rejects.csv good.csv
uraniwa -f a.db import projects good.csv mixed.csv --skip-bad
finish
