#!/usr/bin/env python3
"""Writes fictitious agencies, as many as the country has, as editions of fiscal year 2568.

    make.py FOLDER [COUNT] [FROM]

The agencies from number FROM (1) on, COUNT (8317) of them, in FOLDER/PROVINCE/NUMBER-NAME, with the yearly scheme in
FOLDER/framework.yaml. Each agency depends on its number alone, so the same numbers give the same bytes anywhere. All
names are made up of parts; where one is that of a real place, it is by chance. Kinds are as frequent as they are in the
country; scores, lengths of texts, numbers of measures and of their steps, and what is given at all differ, as they do
between agencies: a few have next to nothing to say, a few have very much.
"""
import pathlib
import random
import re
import shutil
import sys

from words import (ACTIONS, CAUSES, ISSUES, KINDS, MEASURES, NAME_ENDS, NAME_STARTS, OWNERS, QUESTION_ACTIONS, STEPS,
                   SURVEY, WEAK_ENDS)

HERE = pathlib.Path(__file__).resolve().parent
SCHEME = HERE.parent.parent / "input/frameworks/2568.yaml"
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
COUNTRY = 8317


def thai(number):
    return str(number).translate(THAI_DIGITS)


def questions_of(scheme):
    """Of each indicator its questions, in order."""
    found, indicator = {}, None
    for line in scheme.splitlines():
        number = re.match(r" {6}- number: (\d+)$", line)
        question = re.match(r" +- id: ([ieo]\d+)$", line)
        if number:
            indicator = int(number[1])
            found[indicator] = []
        elif question:
            found[indicator].append(question[1])
    return found


class Agency:
    """One agency: what it is called, its scores and its texts, all from its number."""

    def __init__(self, number, questions):
        self.random = random.Random(f"national {number}")
        self.number = number
        self.questions = questions
        self.kind = self.random.choices(KINDS, [kind["share"] for kind in KINDS])[0]
        self.place = self.random.choice(NAME_STARTS) + self.random.choice(NAME_ENDS)
        if self.random.random() < 0.15:
            self.place += self.random.choice(["พัฒนา", "สามัคคี", "ใต้", "เหนือ", "ใหม่"])
        self.name = self.kind["name"].format(self.place)
        self.short = self.kind["short"].format(self.place)
        # how good it is, and how much it writes
        self.strength = min(1.0, max(0.35, self.random.gauss(0.9, 0.07)))
        self.words = self.random.choices([0, 1, 2, 3, 6], [8, 35, 35, 17, 5])[0]
        self.persons = {"IIT": self.random.choice([12, 20, 30, 45, 120]), "public": self.random.choice([30, 57, 200]),
                        "survey": self.random.choice([10, 25, 44, 100])}
        self.scores = {question: self.score(question) for list_ in questions.values() for question in list_}

    # ---- figures ----

    def rating(self, persons):
        """A mean of answers from 0 to 5: what so many persons can give, in two decimals."""
        most = 5 * persons
        share = min(1.0, max(0.0, self.random.gauss(self.strength, 0.05)))
        points = round(most * share)
        hundredths = (points * 20000 + most) // (2 * most)
        return hundredths

    def score(self, question):
        if question[0] == "i":
            return self.rating(self.persons["IIT"])
        if question[0] == "e":
            return (self.rating(self.persons["public"]), self.rating(self.persons["survey"]))
        return self.random.choices([10000, 5000, 0], [self.strength ** 2 * 10, 1 - self.strength, 1 - self.strength])[0]

    def lowest(self, indicator):
        """The question that the analysis is about: the lowest of the indicator."""
        def mean(question):
            score = self.scores[question]
            return sum(score) / 2 if isinstance(score, tuple) else score
        return min(self.questions[indicator], key=mean)

    def is_full(self, question):
        score = self.scores[question]
        return (min(score) if isinstance(score, tuple) else score) == 10000

    # ---- texts ----

    def some(self, texts, least, most):
        count = min(len(texts), self.random.randint(least, max(least, most)))
        return self.random.sample(texts, count)

    def fill(self, text):
        owner = self.random.choice(self.kind["owners"])
        return text.format(unit=owner, place=self.place, day=thai(self.random.choice([3, 5, 7, 15, 30])),
                           times=thai(self.random.randint(2, 4)))

    def guideline(self, question):
        if self.is_full(question):
            return "รักษามาตรฐาน" + self.random.choice(["", "ไว้อย่างต่อเนื่อง", "และทบทวนทุกปี"])
        texts = ACTIONS[self.indicator_of(question)] + QUESTION_ACTIONS[question[0]]
        chosen = [self.fill(text) for text in self.some(texts, 1, self.words + 1)]
        if len(chosen) == 1:
            return chosen[0]
        return "|\n" + "\n".join(f"        - {text}" for text in chosen)

    def indicator_of(self, question):
        return next(number for number, list_ in self.questions.items() if question in list_)

    def analysis(self, indicator):
        lowest = self.lowest(indicator)
        start = ("{{ agency.name }} ได้คะแนนตัวชี้วัดที่ {{ this.number | thai }} {{ this.name }} "
                 "{{ this.score | score }} คะแนน ")
        if self.is_full(lowest):
            return [start + "ซึ่งเป็นคะแนนเต็ม " + self.random.choice(CAUSES["full"])]
        label = "ข้อ {{ question." + lowest + ".label }} “{{ question." + lowest + ".text }}”"
        paragraphs = [start + "ข้อที่ควรพัฒนา คือ " + label + " " + self.fill(self.random.choice(CAUSES[indicator]))]
        actions = ACTIONS[indicator] + QUESTION_ACTIONS[lowest[0]]
        for _ in range(self.random.randint(0, self.words)):
            texts = [self.fill(text) for text in self.some(actions, 1, 2 + self.words)]
            paragraphs.append(self.random.choice(["ดังนั้น ", "ทั้งนี้ ", "นอกจากนี้ ", ""]) +
                              "{{ agency.name }} จึง" + " และ".join(texts) + " " + self.random.choice(WEAK_ENDS))
        return list(dict.fromkeys(paragraphs))

    def summary(self):
        text = ("ตัวชี้วัดที่มีคะแนนสูงสุด คือ ตัวชี้วัดที่ {{ highest.number | thai }} {{ highest.name }} ได้ "
                "{{ highest.score | score }} คะแนน ส่วนตัวชี้วัดที่มีคะแนนต่ำสุด คือ ตัวชี้วัดที่ {{ lowest.number | thai }} "
                "{{ lowest.name }} ได้ {{ lowest.score | score }} คะแนน")
        if self.words > 1:
            text += " " + self.fill(self.random.choice(WEAK_ENDS))
        return text

    # ---- files ----

    def edition(self):
        lines = ["# A fictitious agency, written by tests/national/make.py.",
                 "framework: ../../framework.yaml", "layout: official", "fiscal_year: 2568", "plan_year: 2569",
                 "date: 1 ตุลาคม 2568", "language: th", "", "agency:", f"  name: {self.name}",
                 f"  short_name: {self.short}", f"  kind: {self.kind['kind']}", "", "cover:",
                 "  - การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", "  - ในการดำเนินงานของหน่วยงานภาครัฐ",
                 "  - ประจำปีงบประมาณ พ.ศ. {{ fiscal_year | thai }}", "", "title:",
                 "  - รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", "  - \"{{ agency.name }}\"", "", "terms:",
                 f"  - {self.place}"]
        if self.random.random() < 0.3:
            lines += ["", "foreword: |", "  รายงานฉบับนี้วิเคราะห์ผลการประเมินของ{{ agency.name }} ประจำปีงบประมาณ พ.ศ. "
                      "{{ fiscal_year }} ซึ่งได้ {{ overall.score | score }} คะแนน"]
        return lines

    def results(self):
        lines = ["respondents: {IIT: %(IIT)d, public: %(public)d, survey: %(survey)d}" % self.persons, "", "scores:"]
        for question, score in self.scores.items():
            if isinstance(score, tuple):
                lines.append(f"  {question}: {{public: {score[0] / 100:.2f}, survey: {score[1] / 100:.2f}}}")
            else:
                lines.append(f"  {question}: {score / 100:.2f}")
        lines += ["", "recommendations:", "  assessor:", "    introduction: |",
                  "      {{ agency.name }} ได้คะแนนภาพรวม {{ overall.score | score }} คะแนน อยู่ในระดับ “{{ overall.level }}”",
                  "    instruments:"]
        for instrument, letter in (("IIT", "i"), ("EIT", "e"), ("OIT", "o")):
            lines += self.recommended(instrument, letter)
        lines.append("  survey:")
        return lines + [f"    - {text}" for text in self.some(SURVEY, 1, 1 + 2 * self.words)]

    def recommended(self, instrument, letter):
        weak = [question for question in self.scores if question[0] == letter and not self.is_full(question)]
        lines = [f"      - id: {instrument}", "        introduction: |"]
        if not weak:
            return lines + ["          ทุกข้อได้คะแนนเต็ม จึงควรรักษามาตรฐานไว้"]
        lines += ["          ควรพัฒนาการดำเนินงานตามข้อคำถามต่อไปนี้", "        items:"]
        for question in sorted(self.some(weak, 1, 1 + self.words), key=list(self.scores).index):
            part = ["            part: " + self.weak_part(question)] if letter == "e" else []
            texts = self.some(ACTIONS[self.indicator_of(question)], 1, 1 + self.words // 2)
            text = " รวมทั้ง".join(self.fill(text) for text in texts)
            lines += [f"          - question: {question}", *part, f"            text: หน่วยงานควร{text}"]
        return lines

    def weak_part(self, question):
        public, survey = self.scores[question]
        return "public" if public <= survey else "survey"

    def analyses(self):
        lines = ["summary: |", "  " + self.summary(), "", "indicators:"]
        for indicator, questions in self.questions.items():
            lines += [f"  - number: {indicator}", "    guidelines:"]
            lines += [f"      {question}: {self.guideline(question)}" for question in questions]
            lines += ["    analysis: |", "\n\n".join("      " + text for text in self.analysis(indicator))]
        return lines

    def measures(self):
        lines = ["issues:"]
        for number, (name, focus) in enumerate(ISSUES, 1):
            lines += [f"  - number: {number}", f"    name: {name}", f"    focus: {focus}", "    measures:"]
            for measure in self.some(MEASURES[number], 1, 1 + self.words // 2):
                lines += [f"      - name: {self.fill(measure)}", "        steps:"]
                lines += [f"          - {self.fill(step)}" for step in self.some(STEPS, 1, 2 + self.words)]
                lines += [self.period(), "        owners:"]
                lines += [f"          - {owner}" for owner in self.some(self.kind["owners"], 1, 1 + self.words // 2)]
        return lines

    def period(self):
        start, end = self.random.choice([("1 ตุลาคม 2568", "30 กันยายน 2569"), ("1 พฤศจิกายน 2568", "31 มีนาคม 2569"),
                                         ("2 มกราคม 2569", "30 มิถุนายน 2569")])
        return f"        period: {{from: {start}, to: {end}}}"

    def write(self, folder):
        here = folder / f"{(self.number - 1) % 77 + 1:02d}" / f"{self.number:04d}-{self.short}"
        here.mkdir(parents=True, exist_ok=True)
        for name in ("edition", "results", "analyses", "measures"):
            text = "\n".join(getattr(self, name)()) + "\n"
            (here / f"{name}.yaml").write_text(text, encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else COUNTRY
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SCHEME, folder / "framework.yaml")
    questions = questions_of(SCHEME.read_text(encoding="utf-8"))
    for number in range(first, first + count):
        Agency(number, questions).write(folder)


if __name__ == "__main__":
    main()
