#!/bin/sh
# Every table of the office, every way in: what may not stand there is refused by its command, by import and
# on its page, in the same words, and nothing is changed by it.
. "${abs_srcdir:?}/tests/cli/lib.sh"

base=$work/base.db
small_body "$base"
cat >people.csv <<'END'
code,name,role,unit_code,role_first_fiscal_year
boss,伊藤 真由美,admin,990009,2020
sato,佐藤 花子,,,
suzuki,鈴木 一郎,,,
END
cat >leaders.csv <<'END'
fiscal_year,section_code,person_code,from,to
2025,S11,sato,2025-04-01,2025-09-30
END
cat >training.csv <<'END'
fiscal_year,course_code,course,person_code
2025,basic,はじめてのDX,sato
END
cat >indicators.csv <<'END'
code,name,target,target_fiscal_year
usage,利用率,50,2026
END
for kind in people leaders training indicators; do
	quietly -f "$base" --user boss import $kind $kind.csv
done
cat >projects.csv <<'END'
fiscal_year,team_code,title,problem_type_code,primary_tool
2025,T111,電子申請,1,rpa
END
quietly -f "$base" --user boss import projects projects.csv

# All that was said, without the breaks and frames of a narrow place.
words() {
	sed 's/[│┃|]//g' | tr -d ' \n'
}

# said WHERE REASON <TEXT: the reason stands in it.
said() {
	words >said.txt
	printf '%s' "$2" | words >wanted.txt
	grep -qF -f wanted.txt said.txt && return
	echo "$1 does not say “$2”, but:"
	cat said.txt
	fail "$1"
}

# Every table as it is exported, and the history.
everything() {
	for kind in parameters due-dates problem-types tools rules targets people leaders training indicators \
		indicator-values units; do
		"$URANIWA" -f "$1" export $kind </dev/null || fail "export $kind"
	done
	"$URANIWA" -f "$1" history --format csv </dev/null || fail 'history'
}
everything "$base" >before.txt

unchanged() {
	everything x.db >after.txt
	same before.txt after.txt
}

# by_command REASON WORD…
by_command() {
	wanted=$1
	shift
	cp "$base" x.db
	"$URANIWA" -f x.db --user boss --fy R7 --lang ja "$@" </dev/null >out 2>err && fail "$*: taken"
	said "$*" "$wanted" <err
	unchanged
}

# by_import REASON KIND HEADINGS ROW
by_import() {
	cp "$base" x.db
	printf '%s\n%s\n' "$3" "$4" >file.csv
	"$URANIWA" -f x.db --user boss --fy R7 --lang ja import "$2" file.csv </dev/null >out 2>err &&
		fail "import $2 $4: taken"
	said "import $2 $4" "$1" <err
	unchanged
}

# by_page REASON TABLE FIELD…: a new row; a field is typed, or chosen where it begins with ^; - leaves it.
by_page() {
	wanted=$1 page=$2
	shift 2
	cp "$base" x.db
	{
		echo ":open office/$page"
		echo a
		for field; do
			case $field in
			-) ;;
			^*) printf 'Enter\n"%s\nEnter\n' "${field#^}" ;;
			*) printf 'C-a C-k\n"%s\n' "$field" ;;
			esac
			echo Down
		done
		echo C-s
		echo ":dump screen"
	} >script
	rm -f screen
	URANIWA_SIZE=120x40 URANIWA_SCRIPT=script "$URANIWA" -f x.db --user boss --fy R7 --lang ja \
		--ambiguous=1 2>err || fail "page $page: $(cat err)"
	said "page $page $*" "$wanted" <screen
	unchanged
}

# ---- codes that no command can name
for code in 'a b' 'a,b' 'a/b' 'a|b' 'a;b' 'a=b' '-a' 'a　b'; do
	by_import "「$code」はコードとして使えません" people code,name "\"$code\",無名"
done
reason='「a b」はコードとして使えません'
by_command "$reason" user add 'code=a b' name=無名
by_page "$reason" people 'a b' 無名
by_command "$reason" training add 'code=a b' name=研修 fiscal_year=R7
by_import "$reason" training course_code,course 'a b,研修'
by_page "$reason" courses 'a b' R7 研修
by_command "$reason" catalogue tools add 'code=a b' first_fiscal_year=R8 name=道具
by_import "$reason" tools code,first_fiscal_year,name 'a b,2026,道具'
by_page "$reason" tools 'a b' R8 - 道具
by_command "$reason" catalogue problem-types add 'code=a b' first_fiscal_year=R8 name=類型
by_import "$reason" problem-types code,first_fiscal_year,name 'a b,2026,類型'
by_page "$reason" problem-types 'a b' R8 - 類型
by_command "$reason" indicator add 'code=a b' name=指標 direction=up yearly=last
by_import "$reason" indicators code,name 'a b,指標'
by_page "$reason" indicators 'a b' 指標 - ^up ^last
by_command "$reason" unit add section 'a b' 新課 D1
by_command "$reason" unit split S11 'a b=新課'
by_import "$reason" units code,kind,name,parent_code 'a b,section,新課,D1'

# ---- what must be filled in
by_command 入力してください user add code=tanaka
by_import 入力してください people code,name tanaka,
by_page 入力してください people tanaka
by_command 入力してください rule add first_fiscal_year=R8 words=a
by_import 入力してください rules first_fiscal_year,words,reason 2026,a,
by_page 入力してください rules R8 - - a

# ---- roles: an administrator stays; years; persons and units that are there
reason=データベースを管理する人がいなくなります
by_command $reason user roles edit boss/admin/990009/2020 last_fiscal_year=R7
by_import $reason people code,name,role,unit_code,role_first_fiscal_year,role_last_fiscal_year \
	'boss,伊藤 真由美,admin,990009,2020,2025'
reason=終了年度が開始年度より前です
by_command $reason user roles add person_code=sato role=leader unit_code=S11 first_fiscal_year=R7 last_fiscal_year=R6
by_import $reason people code,name,role,unit_code,role_first_fiscal_year,role_last_fiscal_year \
	'sato,佐藤 花子,leader,S11,2025,2024'
by_page $reason roles ^sato ^leader ^S11 R7 R6
reason=その年度に、この組織はありません
by_command $reason user roles add person_code=sato role=leader unit_code=S99 first_fiscal_year=R7
by_import $reason people code,name,role,unit_code 'sato,佐藤 花子,leader,S99'
by_page $reason roles ^sato ^leader ^S11 R1
by_command 「king」は使えません user roles add person_code=sato role=king unit_code=S11 first_fiscal_year=R7
by_import 「king」は使えません people code,name,role,unit_code 'sato,佐藤 花子,king,S11'
by_command '「sato」には役割があるか' user remove sato

# ---- leaders: one at a time, on days of the year, of sections and persons that are there
reason='その期間は sato さん（2025-04-01 から）がこの所属のリーダーです'
by_command "$reason" leader add fiscal_year=R7 section_code=S11 person_code=suzuki from=R7.9.1
by_import "$reason" leaders fiscal_year,section_code,person_code,from 2025,S11,suzuki,2025-09-01
by_page "$reason" leaders R7 ^S11 ^suzuki R7.9.1
reason=その年度の日付にしてください
by_command $reason leader add fiscal_year=R7 section_code=S12 person_code=suzuki from=R8.4.1
by_import $reason leaders fiscal_year,section_code,person_code,from 2025,S12,suzuki,2026-04-01
by_page $reason leaders R7 ^S12 ^suzuki R8.4.1
reason=終わりの日が始まりの日より前になっています
by_command $reason leader add fiscal_year=R7 section_code=S12 person_code=suzuki from=R7.9.1 to=R7.8.1
by_import $reason leaders fiscal_year,section_code,person_code,from,to 2025,S12,suzuki,2025-09-01,2025-08-01
by_page $reason leaders R7 ^S12 ^suzuki R7.9.1 R7.8.1
reason=その年度に、この所属はありません
by_command $reason leader add fiscal_year=R7 section_code=T111 person_code=suzuki
by_import $reason leaders fiscal_year,section_code,person_code 2025,T111,suzuki
by_page $reason leaders R1 ^S12 ^suzuki
by_command 「nobody」はありません leader add fiscal_year=R7 section_code=S12 person_code=nobody
by_import 「nobody」はありません leaders fiscal_year,section_code,person_code 2025,S12,nobody

# ---- targets
by_command $reason catalogue targets add fiscal_year=R7 section_code=S99 period=year target_hours=1
by_import $reason targets section_code,target_hours S99,1
by_page $reason targets R1 ^S11 - 1
by_command 「-1」は負の数です catalogue targets add fiscal_year=R7 section_code=S11 target_hours=-1
by_import 「-1」は負の数です targets section_code,target_hours S11,-1
by_page 「-1」は負の数です targets R7 ^S11 - -1

# ---- courses and attendance
by_command 「-1」は負の数です training add code=x fiscal_year=R7 name=研修 units=-1
by_import 「-1」は負の数です training course_code,course,units x,研修,-1
by_page 「-1」は負の数です courses x R7 研修 - 1 -1
by_command 「nobody」はありません training attendance add course_code=basic person_code=nobody
by_import 「nobody」はありません training course_code,course,person_code basic,はじめてのDX,nobody
by_command 1人が「basic」を受講しています training remove basic

# ---- catalogues, rules, parameters, due dates
reason=終了年度が開始年度より前です
by_command $reason catalogue tools add code=x first_fiscal_year=R8 last_fiscal_year=R7 name=道具
by_import $reason tools code,first_fiscal_year,last_fiscal_year,name x,2026,2025,道具
by_page $reason tools x R8 R7 道具
reason='「rpa」は、令和7年度から1件の取組で使われています'
by_command "$reason" catalogue tools edit rpa/2019 last_fiscal_year=R6
by_import "$reason" tools code,first_fiscal_year,last_fiscal_year,name rpa,2019,2024,RPA
reason='「1」は、令和7年度から1件の取組で使われています'
by_command "$reason" catalogue problem-types edit 1/2019 last_fiscal_year=R6
by_import "$reason" problem-types code,first_fiscal_year,last_fiscal_year,name 1,2019,2024,紙
reason='「kintone」には2019年度からの版があります'
by_command "$reason" catalogue tools add code=kintone first_fiscal_year=H30 name=K
by_import "$reason" tools code,first_fiscal_year,name kintone,2018,K
by_page "$reason" tools kintone H30 - K
by_command 自分自身には統合できません catalogue tools edit rpa/2019 last_fiscal_year=R8 merged_into=rpa
by_import 自分自身には統合できません tools code,first_fiscal_year,last_fiscal_year,name,merged_into rpa,2019,2026,RPA,rpa
by_command nosuch rule add first_fiscal_year=R8 tools=nosuch words=a reason=理由
by_import nosuch rules first_fiscal_year,tools,words,reason 2026,nosuch,a,理由
by_page nosuch rules R8 - nosuch a 理由
by_command 1から366までの数 param set working_days 400
by_import 1から366までの数 parameters name,fiscal_year,value working_days,2025,400
by_page 1から366までの数 parameters ^working R7 400
reason='2019-11-20 は、その年度でも翌年度でもありません'
by_command "$reason" catalogue due-dates add fiscal_year=R7 kind=interim due_on=2019-11-20
by_import "$reason" due-dates fiscal_year,kind,due_on 2025,interim,2019-11-20
by_page "$reason" due-dates R7 ^interim 2019-11-20

# ---- indicators
by_command 「nosuch」はありません indicator targets add code=nosuch fiscal_year=R8 target=1
by_command 「nosuch」はありません indicator values add code=nosuch fiscal_year=R8 value=1
by_command 「13」は月として読めません indicator values add code=usage fiscal_year=R8 month=13 value=1
by_page 「13」は月として読めません indicator-values ^usage R8 13 1
by_command 「usage」には目標か値があります indicator remove usage

# ---- units: what has projects does not end, and what hangs on a unit keeps it
reason='「T111」には、その年度以降の取組が1件あります'
by_command "$reason" unit close T111
by_command "$reason" unit split T111 T119=新班 --close
by_import "$reason" units code,kind,name,parent_code,first_fiscal_year,last_fiscal_year T111,team,総務班,S11,2020,2024
reason='「S11」には、その年度以降の取組が1件あります'
by_command "$reason" unit close S11
by_command "$reason" unit merge S11 --into S12
by_import "$reason" units code,kind,name,parent_code,first_fiscal_year,last_fiscal_year S11,section,福祉課,D1,2020,2024

# the whole tree of a year without that team
cp "$base" x.db
"$URANIWA" -f x.db export units 2>err | grep -v ^T111 >tree.csv
"$URANIWA" -f x.db --user boss --fy R7 --lang ja import units --whole-tree tree.csv </dev/null >out 2>err &&
	fail 'the tree without a team that has projects: taken'
said 'whole tree' '「T111」には、その年度以降の取組が1件あります' <err
unchanged

# ---- taking back and doing again are no way round
cp "$base" x.db
quietly -f x.db --user boss user roles add person_code=sato role=admin unit_code=990009 first_fiscal_year=R7
quietly -f x.db --user sato user roles edit boss/admin/990009/2020 last_fiscal_year=R7
"$URANIWA" -f x.db --user boss --lang ja undo </dev/null >out 2>err && fail 'the last administrator is taken back'
said 'undo' データベースを管理する人がいなくなります <err
quietly -f x.db --user sato undo
quietly -f x.db --user boss undo
# taken back, and meanwhile somebody else leads: it is not done again
cp "$base" x.db
quietly -f x.db --user boss user roles add person_code=suzuki role=admin unit_code=990009 first_fiscal_year=R7
quietly -f x.db --user boss leader add fiscal_year=R7 section_code=S12 person_code=sato
quietly -f x.db --user boss undo
quietly -f x.db --user suzuki leader add fiscal_year=R7 section_code=S12 person_code=suzuki
"$URANIWA" -f x.db --user boss --lang ja redo </dev/null >out 2>err && fail 'two leaders by doing again'
said 'redo' がこの所属のリーダーです <err
quietly -f x.db --user suzuki undo
quietly -f x.db --user boss redo

# ---- what is carried over from last year is judged like the rest, in the same words
cp "$base" x.db
quietly -f x.db --user boss leader add fiscal_year=R7 section_code=S12 person_code=suzuki
quietly -f x.db --user boss leader add fiscal_year=R8 section_code=S12 person_code=sato from=R8.6.1
reason='その期間は sato さん（2026-06-01 から）がこの所属のリーダーです'
"$URANIWA" -f x.db --user boss --fy R8 --lang ja carry leaders </dev/null >out 2>err || fail 'carry'
said 'carry' "$reason" <out
printf ':open office/leaders\nc\nDown\n:dump screen\n' >script
URANIWA_SIZE=160x40 URANIWA_SCRIPT=script "$URANIWA" -f x.db --user boss --fy R8 --lang ja \
	--ambiguous=1 2>err || fail "page of what comes: $(cat err)"
said 'page of what comes' "$reason" <screen
"$URANIWA" -f x.db --user boss export leaders </dev/null | grep -q '2026,S12,suzuki' && fail 'two leaders by carrying'

# ---- what was exported can be imported, whatever has become of it
everything "$base" >before.txt
for kind in parameters due-dates problem-types tools rules targets people leaders training indicators \
	indicator-values units; do
	"$URANIWA" -f "$base" export $kind -o "$kind-again.csv" </dev/null 2>err || fail "export $kind"
	"$URANIWA" -f "$base" --user boss import $kind "$kind-again.csv" </dev/null >out 2>err || {
		cat err
		fail "$kind cannot be imported as it was exported"
	}
done
everything "$base" >after.txt
same before.txt after.txt
exit 0
