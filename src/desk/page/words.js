// What the page says, in both languages. {0}, {1} … are arguments.

const WORDS = {
  skip: ['ไปที่หน้ารายงาน', 'Go to the pages'],
  tools: ['เครื่องมือ', 'Tools'],
  thumbs: ['หน้าทั้งหมด', 'All pages'],
  findings: ['ข้อสังเกต', 'Findings'],
  zoomOut: ['ย่อ (−)', 'Smaller (−)'],
  zoomIn: ['ขยาย (+)', 'Larger (+)'],
  zoomFit: ['พอดีความกว้าง (0)', 'Fit to width (0)'],
  bones: ['โครงหน้า', 'Layout'],
  bonesTitle: ['แสดงเส้นฐาน กรอบ และคะแนนการตัดบรรทัด (b)', 'Show baselines, boxes and what line ends cost (b)'],
  search: ['ค้นหา', 'Find'],
  searchTitle: ['ค้นหาในรายงาน (/)', 'Find in the report (/)'],
  undo: ['เลิกทำ (Ctrl+Z)', 'Undo (Ctrl+Z)'],
  redo: ['ทำซ้ำ (Ctrl+Shift+Z)', 'Redo (Ctrl+Shift+Z)'],
  paste: ['วางคะแนน', 'Paste scores'],
  pasteTitle: ['วางคะแนนจากตารางคำนวณ', 'Paste a column of scores from a spreadsheet'],
  downloadTitle: ['เปิดรายงานเป็น {0}', 'Open the report as {0}'],
  pngTitle: ['เปิดหน้านี้เป็นภาพ PNG', 'Open this page as PNG'],
  keep: ['เก็บถาวร', 'Keep'],
  keepTitle: ['เก็บรายงานเป็น PDF/A พร้อมข้อมูลต้นทาง', 'Keep the report as PDF/A with its sources'],
  helpTitle: ['แป้นพิมพ์ลัด (?)', 'Keys (?)'],
  before: ['ก่อนหน้า', 'Previous'],
  after: ['ถัดไป', 'Next'],
  close: ['ปิด', 'Close'],
  page: ['หน้า {0}', 'Page {0}'],
  pageOf: ['หน้า {0} จาก {1}', 'Page {0} of {1}'],
  year: ['ปีงบประมาณ {0}', 'Fiscal year {0}'],
  score: ['{0} คะแนน', '{0} points'],
  levelIs: ['ระดับ {0}', 'Level {0}'],
  reasonOverall: ['ไม่ถึง “{0}” เพราะคะแนนรวม {1} ต่ำกว่า {2}', 'not “{0}”: the overall score {1} is below {2}'],
  reasonPart: ['ไม่ถึง “{0}” เพราะ {3} ได้ {1} ต่ำกว่า {2}', 'not “{0}”: {3} has {1}, below {2}'],
  built: ['ปรับปรุงเมื่อ {0} น. · {1} มิลลิวินาที', 'Made at {0} · {1} ms'],
  lost: ['ขาดการติดต่อกับโปรแกรม กำลังลองใหม่', 'The program does not answer; trying again'],
  broken: ['ข้อมูลมีข้อผิดพลาด จึงแสดงรายงานฉบับล่าสุดที่สมบูรณ์ไว้ก่อน', 'The data has errors; this is the last report that came out whole'],
  brokenFirst: ['ข้อมูลมีข้อผิดพลาด ยังจัดทำรายงานไม่ได้', 'The data has errors; there is no report yet'],
  new: ['ใหม่ {0}', 'New {0}'],
  all: ['ทั้งหมด {0}', 'All {0}'],
  known: ['รับทราบแล้ว {0}', 'Acknowledged {0}'],
  error: ['ข้อผิดพลาด', 'Error'],
  warning: ['คำเตือน', 'Warning'],
  note: ['หมายเหตุ', 'Note'],
  acknowledged: ['รับทราบแล้ว', 'Acknowledged'],
  nothing: ['ไม่พบข้อสังเกต', 'Nothing was found'],
  nothingNew: ['ไม่มีข้อสังเกตใหม่', 'Nothing new'],
  copied: ['คัดลอก {0} แล้ว', 'Copied {0}'],
  copyPlace: ['คัดลอกตำแหน่งในแฟ้ม', 'Copy the place in the file'],
  openPlace: ['เปิดในโปรแกรมแก้ไข', 'Open in the editor'],
  explain: ['คำอธิบาย', 'Explain'],
  mend: ['แก้ให้', 'Mend'],
  acknowledge: ['รับทราบ…', 'Acknowledge…'],
  reasonAsk: ['เหตุผลที่รับทราบ', 'Why it is let pass'],
  edit: ['แก้ไข', 'Edit'],
  editLine: ['แก้บรรทัดนี้', 'Edit this line'],
  lineOf: ['{0} บรรทัดที่ {1} · Ctrl+Enter บันทึก', '{0}, line {1} · Ctrl+Enter saves'],
  changeGone: ['เอาออก', 'taken out'],
  changeNew: ['ใส่แทน', 'put in'],
  save: ['บันทึก', 'Save'],
  cancel: ['ยกเลิก', 'Cancel'],
  goPage: ['ไปหน้า', 'Go to page'],
  noMatch: ['ไม่พบ', 'None'],
  match: ['{0} จาก {1}', '{0} of {1}'],
  readOnly: ['ดูได้อย่างเดียว', 'Read only'],
  keeping: ['กำลังเก็บรายงาน', 'Keeping the report'],
  keepDone: ['เก็บรายงานแล้ว', 'The report was kept'],
  keepFailed: ['เก็บรายงานไม่ได้', 'The report could not be kept'],
  kept: ['เก็บรายงานไว้ที่ {0}', 'Kept at {0}'],
  saved: ['บันทึกลง {0} แล้ว', 'Written to {0}'],
  announced: ['ประกาศไว้', 'Announced'],
  computed: ['คำนวณได้', 'Computed'],
  typed: ['กรอกไว้', 'Typed'],
  exactly: ['ค่าที่แท้จริง {0}', 'exactly {0}'],
  agreesYes: ['ตรงกัน', 'agrees'],
  agreesRounding: ['ต่างกันเพียงการปัดเศษ', 'differs by rounding only'],
  agreesNo: ['ไม่ตรงกัน', 'differs'],
  followsBelow: ['แต่ตรงกับผลของตัวเลขที่ประกาศในระดับถัดลงไป ({0})', 'but follows from the figures announced one level below ({0})'],
  belowGives: ['ตัวเลขที่ประกาศในระดับถัดลงไปให้ผล {0}', 'the figures announced one level below give {0}'],
  howMean: ['ค่าเฉลี่ยของ {0} รายการ', 'mean of {0}'],
  howWeighted: ['ผลรวมถ่วงน้ำหนักของ {0} รายการ', 'weighted sum of {0}'],
  howTaken: ['ยกมาจาก', 'taken from'],
  weight: ['น้ำหนัก {0}', 'weight {0}'],
  respondents: ['ผู้ตอบ {0} คน', '{0} answered'],
  needs: ['ได้ {0} จากที่ต้องได้ {1}', 'has {0}, needs {1}'],
  rankIs: ['ลำดับที่ {0}', 'rank {0}'],
  madeOf: ['ที่มา', 'Made of'],
  same: ['ปรากฏ {0} แห่ง', 'shown {0} times'],
  sameNext: ['ไปยังแห่งถัดไป', 'Go to the next one'],
  figure: ['ตัวเลข', 'Figure'],
  text: ['ข้อความ', 'Text'],
  fromTemplate: ['ถ้อยคำของเค้าโครง', 'Wording of the layout'],
  overall: ['คะแนนรวม', 'Overall score'],
  level: ['ระดับผลการประเมิน', 'Level'],
  letter: ['ระดับ (ตัวอักษร)', 'Letter'],
  indicator: ['ตัวชี้วัดที่ {0} {1}', 'Indicator {0} {1}'],
  altForLayout: ['ถ้อยคำนี้อยู่ในเค้าโครง ไม่ได้อยู่ในข้อมูล (Alt + คลิก เพื่อดูตำแหน่ง)', 'This wording is the layout’s, not the data’s (Alt + click shows where)'],
  toPage: ['ไปหน้า {0}', 'Go to page {0}'],
  openLink: ['เปิดลิงก์', 'Open the link'],
  onPage: ['ดูบนหน้ารายงาน', 'Show it on the pages'],
  notShown: ['ไม่ได้พิมพ์ไว้ในรายงาน', 'It is not printed in the report'],
  'kind-score': ['คะแนน', 'Score'],
  'kind-whole': ['จำนวนเต็ม', 'Whole number'],
  'kind-date': ['วันที่ เช่น 1 ตุลาคม 2568', 'Date, such as 1 ตุลาคม 2568'],
  'kind-name': ['ข้อความ', 'Words'],
  'kind-line': ['ข้อความ', 'Words'],
  'kind-prose': ['ย่อหน้า · Ctrl+Enter บันทึก', 'Paragraphs · Ctrl+Enter saves'],
  'kind-choice': ['เลือกหนึ่งรายการ', 'Choose one'],
  'result-same': ['ไม่มีสิ่งใดเปลี่ยน', 'Nothing has changed'],
  'result-changed': ['แฟ้มถูกแก้ไขในระหว่างนี้ จึงไม่เขียนทับ โปรดดูค่าปัจจุบันแล้วแก้อีกครั้ง', 'The file was changed meanwhile; nothing is overwritten. Look at it as it is now, and change it again'],
  'result-refused': ['บันทึกไม่ได้ เพราะข้อมูลจะมีข้อผิดพลาด', 'Not written: the data would have errors'],
  'result-unwritten': ['เขียนแฟ้มไม่ได้', 'The file cannot be written'],
  'result-lost': ['โปรแกรมไม่ตอบ', 'The program does not answer'],
  'result-done': ['บันทึกแล้ว', 'Written'],
  acknowledgeNow: ['รับทราบ', 'Acknowledge'],
  add: ['เพิ่ม', 'Add'],
  addTitle: ['เพิ่มมาตรการ ขั้นตอน ผู้รับผิดชอบ หรือข้อเสนอแนะ', 'Add a measure, a step, an owner or a recommendation'],
  addWhere: ['เพิ่มใน', 'Add to'],
  addNow: ['เพิ่ม', 'Add'],
  addRest: ['ส่วนที่ยังไม่ได้กรอกจะมีเครื่องหมาย <<รอเขียน>> ให้แก้บนหน้ารายงานต่อได้', 'What is not filled in yet is marked <<รอเขียน>>; change it on the pages'],
  newText: ['ข้อความแรก เช่น ชื่อมาตรการ (Ctrl+Enter บันทึก)', 'Its first words, such as the measure’s name (Ctrl+Enter saves)'],
  aboutQuestion: ['ข้อคำถาม', 'Question'],
  firstFree: ['ข้อแรกที่ยังไม่มี', 'the first without one'],
  listOf: ['{0} ของ “{1}”', '{0} of “{1}”'],
  'list-steps': ['ขั้นตอน', 'Steps'],
  'list-owners': ['ผู้รับผิดชอบ', 'Owners'],
  'list-survey': ['ข้อเสนอแนะจากผู้ตอบแบบสำรวจ', 'Recommendations of the survey'],
  'list-cover': ['บรรทัดบนปก', 'Lines of the cover'],
  'list-title': ['บรรทัดชื่อเรื่อง', 'Lines of the title'],
  'list-terms': ['คำที่ห้ามตัดระหว่างบรรทัด', 'Words that stay whole'],
  entry: ['ข้อในรายการ', 'Entry of the list'],
  entryAdd: ['เพิ่มข้อต่อจากนี้', 'Add an entry after this'],
  entryCopy: ['ทำสำเนา', 'Copy'],
  entryUp: ['เลื่อนขึ้น', 'Move up'],
  entryDown: ['เลื่อนลง', 'Move down'],
  entryDelete: ['ลบข้อนี้', 'Delete this entry'],
  entryDeleteAsk: ['ลบข้อนี้ออกจากข้อมูล?', 'Delete this entry from the data?'],
  pasteColumn: ['คอลัมน์', 'Column'],
  pasteHere: ['วางคะแนนที่นี่ บรรทัดละข้อ (มีรหัสข้อ เช่น i1 นำหน้าก็ได้)', 'Paste scores here, one a line (the question’s id, such as i1, may come first)'],
  pasteBad: ['อ่านบรรทัดนี้ไม่ได้: {0}', 'This line cannot be read: {0}'],
  pasteSave: ['บันทึก {0} ค่า', 'Write {0}'],
  keys: ['แป้นพิมพ์ลัด', 'Keys'],
  keyFindings: ['ข้อสังเกตถัดไป / ก่อนหน้า', 'Next / previous finding'],
  keyPage: ['ไปหน้าที่ระบุ', 'Go to a page'],
  keySearch: ['ค้นหา', 'Find'],
  keyEdit: ['แก้ไขข้อความที่เลือก', 'Edit what is chosen'],
  keyZoom: ['ขยาย ย่อ พอดีความกว้าง', 'Larger, smaller, fit to width'],
  keyBones: ['โครงหน้า', 'Layout'],
  keyAsk: ['ข้อความถัดไป / ก่อนหน้าบนหน้า', 'Next / previous text on the page'],
  keyEnd: ['ปิด', 'Close'],
};

let column = 0;

// Whoever sends something to the program says so in a form.
export function send(path, fields = {}) {
  return fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
}

export function speak(language) {
  column = language === 'th' ? 0 : 1;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-say]'))
    element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-title]')) {
    element.title = say(element.dataset.title);
    element.setAttribute('aria-label', element.title);
  }
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', say(element.dataset.label));
}

export const canSay = (name) => name in WORDS;

export function say(name, ...values) {
  return WORDS[name][column].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

// Numbers for reading: Thai digits in Thai.
export function digits(text) {
  return column === 0 ? String(text).replace(/\d/g, (d) => String.fromCharCode(0xe50 + Number(d))) : String(text);
}

export const isThai = () => column === 0;

// An element with attributes and children; texts are texts, never markup.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith('on'))
      element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined)
      element.setAttribute(key, value === true ? '' : value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
