#!/bin/bash
# The next year's edition from this year's: what `itareport new --from` moves, empties, keeps and tells, for agencies of several kinds
# and YAML of several shapes; and what `check` says where someone copied the folder by hand.
. "$(dirname "$0")/lib.bash"
data=${ITAREPORT_DATA:-.}
mkdir -p "$WORK/input"
cp -R "$data"/input/2567 "$data"/input/2568 "$data"/input/frameworks "$WORK/input"
cp -R "$data"/tests/fixtures/small "$data"/tests/fixtures/province "$WORK"
cd "$WORK" || exit 3

lacks() { ! says "$@" >/dev/null; }
has() { grep -qF -- "$2" "$1"; }
has_not() { ! grep -qF -- "$2" "$1"; }
new() { "$ITAREPORT" new "$@"; }

check 'the next year is made' sh -c '"$ITAREPORT" new input/2569 --from input/2568 >told'
check 'it builds at once as a draft' exits 0 "$ITAREPORT" build -q --draft -o draft.pdf input/2569
check 'and is no report' exits 1 "$ITAREPORT" build -q -o report.pdf input/2569
check 'what is gone is told' has told 'gone: o11  ข้อมูลสถิติการให้บริการ'
check 'and what is new' has told 'new: o25  การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร'
check 'and what has another id' has told 'o16 → o15  ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม'
check 'and what has nearly the same words' has told 'other words, the nearest was taken; it was (87 %): รายงานผลการดำเนินการป้องกันการทุจริตประจำปี พ.ศ. ๒๕๖๗'
check 'the years move, with their comments' has input/2569/edition.yaml 'fiscal_year: 2569            # the year assessed'
check 'to the new scheme' has input/2569/edition.yaml 'framework: ../frameworks/2569.yaml'
check 'the year before is named' has input/2569/edition.yaml 'previous: ../2568'
check 'acknowledgements are left out' has input/2569/edition.yaml 'acknowledge: []'
check 'names and terms are kept' sh -c 'for i in 2568 2569; do sed -n "/^agency/,/^cover/p;/^terms/,/^$/p" input/$i/edition.yaml >names.$i; done; cmp names.2568 names.2569'
check 'periods move' has input/2569/measures.yaml 'period: {from: 1 ตุลาคม 2569, to: 30 กันยายน 2570}'
check 'no score stays' sh -c '! grep -E "^ +[ieo0-9.\"]+:.*[0-9]{2}\.[0-9]{2}" input/2569/results.yaml'
check 'a text goes with its question' sh -c 'a=$(sed -n "s/^      o18: //p" input/2568/analyses.yaml); grep -qF "      o17: <<เขียนใหม่>> $a" input/2569/analyses.yaml'
check 'what stays, stays byte for byte' sh -c 'sed -e "s/<<เขียนใหม่>> //" -e "s/period: .*//" input/2569/measures.yaml >new; sed -e "s/period: .*//" input/2568/measures.yaml | cmp - new'
check 'check lists what is to be written' says 'still to be written' "$ITAREPORT" check input/2569
check 'and does not say it twice' lacks 'old-text' "$ITAREPORT" check input/2569
check 'the old folder is as it was' diff -r input/2568 "$data/input/2568"
check 'the new one is not made again' exits 1 new input/2569 --from input/2568

# ---- other years, other agencies ----
sed -i 's/^layout: .*/layout: official/' input/2567/edition.yaml
check 'from the year before that' exits 0 new after/2568 --from input/2567
check 'it builds' exits 0 "$ITAREPORT" build -q --draft -o a.pdf after/2568
sed -i -E 's/^(  [io][0-9]+:).*/\1 96.00/; s/^(  e[0-9]+:).*/\1 {public: 92.00, survey: 90.00}/' after/2568/results.yaml
printf 'summary: |\n  ข้อ {{ question.o16.label }} และ {{ question.o11.label }} ควรพัฒนา\n' >summary
sed -e '/^summary:/,/^indicators:/{/^indicators:/!d}' after/2568/analyses.yaml >rest
cat summary rest >after/2568/analyses.yaml
check 'and on from there' sh -c '"$ITAREPORT" new after/2569 --from after/2568 >/dev/null && "$ITAREPORT" build -q --draft -o a.pdf after/2569'
check 'placeholders go with their questions' has after/2569/analyses.yaml '{{ question.o15.label }}'
check 'what they named and is gone is marked' has after/2569/analyses.yaml '<<question.o11.label>>'
check 'a text is marked once' sh -c '! grep -q "<<เขียนใหม่>> <<" after/2569/analyses.yaml'
check 'over two years' sh -c '"$ITAREPORT" new two --from input/2567 --year ๒๕๖๙ >/dev/null && grep -q "^fiscal_year: 2569" two/edition.yaml && grep -q "from: 1 ตุลาคม 2569" two/measures.yaml'
check 'no earlier year' says 'is not after 2568' new early --from input/2568 --year 2567
check 'another kind of scheme is not taken' says 'fewer than half' new other --from small
check 'and nothing is made' test ! -e other
sed 's/2568/2569/' small/framework.yaml >small-2569.yaml
check 'one that is named is' exits 0 new small/../other --from small --scheme small-2569.yaml
check 'with dates as they were typed' sh -c 'grep -q "from: 2569-10-01, to: 2570-09-30" other/measures.yaml && grep -q "from: ๑ พฤศจิกายน ๒๕๖๙" other/measures.yaml && grep -q "date: ๑ ตุลาคม ๒๕๖๙" other/edition.yaml'
check 'it builds as a draft' exits 0 "$ITAREPORT" build -q --draft -o o.pdf other
sed 's/^fiscal_year: 2569/fiscal_year: 2570/' province/framework.yaml >hospital-2570.yaml
check 'a hospital with pictures' exits 0 new province/2570 --from province/2569 --scheme hospital-2570.yaml
check 'has them' cmp province/2569/screen.png province/2570/screen.png
check 'and builds' exits 0 "$ITAREPORT" build -q --draft -o h.pdf province/2570

# ---- shapes of YAML ----
cp -R small shapes
cat >shapes/measures.yaml <<'END'
# everywhere a remark
issues:   # the issues
  - {number: 1, name: "ก: หนึ่ง", measures: [{name: 'มาตรการ ''พิเศษ''', steps: ["ทำ #1", ตรวจ], period: &year {from: 29 กุมภาพันธ์ 2567, to: 30 กันยายน 2569}, owners: &unit [สำนักปลัด]}]}
  - number: 2
    name: การเปิดเผยข้อมูล   # its name
    measures:
      - name: >-
          มาตรการที่
          ยาวสองบรรทัด
        steps:   # what is done
          - |
            ทำดังนี้
            - หนึ่ง
        period: *year
        owners: *unit
END
sed 's/2568/2569/' small/framework.yaml >shapes-2569.yaml
check 'flow maps, anchors and blocks' exits 0 new shaped --from shapes --scheme shapes-2569.yaml
check 'a name in quotes keeps them' has shaped/measures.yaml "{name: '<<เขียนใหม่>> มาตรการ ''พิเศษ''', steps: [\"ทำ #1\", ตรวจ], period: &year {from: 28 กุมภาพันธ์ 2568, to: 30 กันยายน 2570}"
check 'an alias stays one' has shaped/measures.yaml 'period: *year'
check 'and its remarks' has shaped/measures.yaml 'name: การเปิดเผยข้อมูล   # its name'
check 'the draft builds' exits 0 "$ITAREPORT" build -q --draft -o s.pdf shaped

# ---- by hand: the folder is copied, the year is changed, the rest is forgotten ----
cp -R input/2568 byhand
rm -rf input/2569
mv byhand input/2569
sed -i 's/^framework: .*/framework: ..\/frameworks\/2569-own.yaml/; s/^fiscal_year: 2568/fiscal_year: 2569/; s/^plan_year: 2569/plan_year: 2570/; s/^date: .*/date: 1 ตุลาคม 2569/' input/2569/edition.yaml
sed 's/^fiscal_year: 2568/fiscal_year: 2569/' input/frameworks/2568.yaml >input/frameworks/2569-own.yaml
check 'a copied folder is refused' exits 1 "$ITAREPORT" build -q -o by.pdf input/2569
check 'for its scores' says 'error: all 52 scores are those of 2568' "$ITAREPORT" check input/2569
check 'for its measures' says 'old-measure' "$ITAREPORT" check input/2569
check 'for its acknowledgements' says 'error: .*old-acknowledgement' "$ITAREPORT" check input/2569
check 'its texts are told' says 'old-text' "$ITAREPORT" check input/2569
check 'as one, a file' says 'paragraphs are word for word those of 2568 (lines [0-9, …]* there)' "$ITAREPORT" check input/2569
check 'and its measures as one' says '[0-9]* measures still have their periods of 2568: “' "$ITAREPORT" check input/2569
sed -i 's/^previous: .*//; $a previous: ../2567' input/2569/edition.yaml
sed -i 's/^  name: องค์การ.*/  name: เทศบาลตำบลอื่น/' input/2567/edition.yaml
check 'an edition of another agency is no year before' says 'previous-agency' "$ITAREPORT" check input/2569
sed -i 's/^previous: .*/previous: ./' input/2569/edition.yaml
check 'nor one of the same year' says 'is of 2569, and this one of 2569' "$ITAREPORT" check input/2569
