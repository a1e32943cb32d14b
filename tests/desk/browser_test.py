"""The desk in headless Chromium: seen, asked and mended as an officer does. Skipped, with a word, where there is none."""
import base64
import difflib
import shutil
import subprocess
import sys
import time

import pixels
from browser import Browser, WebDriverError
from desk import PROGRAM, check, run

SPOT = '''
const wanted = arguments[0];
const text = [...document.querySelectorAll(`${arguments[1] ?? '#pages'} text`)].find((each) => each.textContent.includes(wanted));
text.scrollIntoView({ block: 'center' });
const at = text.textContent.indexOf(wanted), range = document.createRange();
const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
let node = walker.nextNode(), left = at;
while (left >= node.length) { left -= node.length; node = walker.nextNode(); }
range.setStart(node, left); range.setEnd(node, left + 1);
const box = range.getBoundingClientRect();
return [box.left + box.width / 2, box.top + box.height / 2];
'''

page = None


def go(desk):
    page.open('about:blank')
    page.open(desk.address)
    return page.wait('document.body.dataset.version')


def text_of(css):
    return page.run('return document.querySelector(arguments[0])?.textContent ?? ""', css)


def has_text(css, text, seconds=10):
    return page.wait('[...document.querySelectorAll(arguments[0])].some((each) => each.textContent.includes(arguments[1]))',
                     css, text, seconds=seconds)


def click_text(text, within=None, alt=False):
    """Clicks letters on a page, and waits for the card."""
    page.keys('escape')
    x, y = page.run(SPOT, text, within)
    time.sleep(0.2)
    x, y = page.run(SPOT, text, within)
    page.click_at(x, y, alt=alt)
    return page.wait('document.querySelector(".asked")')


def diff_of(before, after):
    """The lines that are gone and those that are new."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm='', n=0))
    return [line for line in lines[2:] if line[0] in '+-']


def is_shown(desk):
    check('the report is there, every page', go(desk) and page.run('return document.querySelectorAll(".page svg").length')
          == len(desk.state()['pages']))
    check('in the report’s own fonts', page.run('return document.fonts.check("16px r0") && [...document.fonts].some((font) => font.status === "loaded")'))
    check('the agency is above, and the level', 'ตำบล' in text_of('#agency') or text_of('#agency'), text_of('#result'))
    check('letters can be chosen', page.run('''const text = document.querySelector('.page:nth-child(4) text');
        getSelection().selectAllChildren(text); return getSelection().toString() === text.textContent;'''))
    check('nothing is fetched from elsewhere', page.run('''return performance.getEntriesByType('resource')
        .every((each) => each.name.startsWith(location.origin))'''))
    check('and nothing went wrong', page.run('return document.querySelector("#alarm").hidden'))


def follows_a_save(desk):
    go(desk)
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 76.54')
    check('a score that is changed on disk is seen', has_text('.page text', '๗๖.๕๔'))
    page.run('document.querySelector("#desk").scrollTop = 2000')
    desk.replace('results.yaml', 'i3: 76.54', 'i3: 76.55')
    has_text('.page text', '๗๖.๕๕')
    check('the pages stay where they were', page.run('return document.querySelector("#desk").scrollTop') == 2000)


def stays_while_the_data_is_broken(desk):
    go(desk)
    pages = page.run('return document.querySelectorAll(".page svg").length')
    text = desk.read('results.yaml')
    desk.write('results.yaml', text.replace('i3: 98.33', 'i3: 198.33'))
    check('broken data is said', has_text('.card.error', '198.33'))
    check('and seen wherever one is', has_text('#alarm li', '198.33'))
    check('and the pages stay, dimmed', page.run('return document.querySelectorAll(".page svg").length') == pages
          and page.wait('Number(getComputedStyle(document.querySelector(".page")).opacity) < 0.6'))
    desk.write('results.yaml', text)
    check('mended, it is as before', page.wait('!document.body.classList.contains("broken")')
          and page.run('return document.querySelector("#alarm").hidden'))


def mends_broken_data(desk):
    go(desk)
    whole = desk.read('results.yaml')
    desk.write('results.yaml', whole.replace('i3: 98.33', 'i3: 198.33'))
    check('what is wrong has a button beside it', page.wait('document.querySelector("#alarm .act")'))
    page.click('#alarm .act')
    check('that opens the value on its card', page.wait('document.activeElement.matches(".card.error .fix input")'))
    page.keys('๑๙๙', 'enter')
    check('what is no better is refused, with a reason', page.wait('document.querySelector(".fix .fault").textContent'))
    page.run('document.querySelector(".fix input").value = ""')
    page.keys('98.33', 'enter')
    check('mended there, the report is whole', page.wait('!document.body.classList.contains("broken")') and desk.read('results.yaml') == whole)
    page.wait('!document.querySelector("#undo").disabled')
    page.chord('control', 'z')
    check('and it can be taken back', page.wait('document.body.classList.contains("broken")'))
    desk.write('results.yaml', whole.replace('  i1:', '  i1', 1))
    check('of what cannot be read the line can be typed again', has_text('#alarm .act', 'บรรทัด'))
    page.click('#alarm .act')
    page.wait('document.activeElement.matches(".fix textarea")')
    page.run('document.activeElement.value = document.activeElement.value.replace("i1", "i1:")')
    page.chord('control', '\ue007')
    check('and then it is read', page.wait('!document.body.classList.contains("broken")') and desk.read('results.yaml') == whole)


def mends_a_desk_that_began_broken(desk):
    desk.process.terminate()
    desk.process.wait()
    desk.replace('edition.yaml', 'fiscal_year: 2568', 'fiscal_year: 1568')
    desk.start()
    page.open('about:blank')
    page.open(desk.address)
    page.wait('document.querySelector("#alarm .act")')
    page.click('#alarm .act')
    page.run('document.activeElement.value = ""')
    page.keys('๒๕๖๘', 'enter')
    check('a desk that has no report yet can be mended as well', page.wait('document.querySelectorAll(".page svg").length > 0'))


def changes_a_score_on_the_page(desk):
    go(desk)
    before = desk.read('results.yaml')
    check('a score can be clicked', click_text('๙๘.๓๓', '.page:nth-child(n+4)'))
    page.keys('e')
    check('and its field opens on the spot', page.wait('document.querySelector(".spot-form input")'))
    page.run('document.querySelector(".spot-form input").value = ""')
    page.keys('๘๗.๖๕', 'enter')
    check('the new score is seen', has_text('.page text', '๘๗.๖๕'))
    after = desk.read('results.yaml')
    lines = diff_of(before, after)
    check('and that one value is all that is other in the file', len(lines) == 2, lines)
    page.wait('!document.querySelector("#undo").disabled')
    page.chord('control', 'z')
    time.sleep(0.5)
    check('it can be taken back', desk.read('results.yaml') == before, diff_of(before, desk.read('results.yaml')))
    page.wait('!document.querySelector("#redo").disabled')
    page.click('#redo')
    time.sleep(0.5)
    check('and done again', desk.read('results.yaml') == after)


def refuses_what_the_loader_refuses(desk):
    go(desk)
    before = desk.read('results.yaml')
    click_text('๙๘.๓๓', '.page:nth-child(n+4)')
    page.keys('e')
    page.wait('document.querySelector(".spot-form input")')
    page.run('document.querySelector(".spot-form input").value = "450"')
    page.keys('enter')
    check('a score over the maximum is refused with a reason', page.wait('document.querySelector(".spot-form .fault")?.textContent'))
    check('and nothing is written', desk.read('results.yaml') == before)
    page.keys('escape')
    check('the field closes', page.wait('!document.querySelector(".spot-form")'))


def overwrites_nobody(desk):
    go(desk)
    click_text('๙๘.๓๓', '.page:nth-child(n+4)')
    page.keys('e')
    page.wait('document.querySelector(".spot-form input")')
    desk.replace('results.yaml', '2: 98.33', '2: 55.55')
    time.sleep(0.4)
    page.run('document.querySelector(".spot-form input").value = "66.66"')
    page.keys('enter')
    check('what was changed on disk meanwhile is said', page.wait('document.querySelector(".spot-form .fault")?.textContent'))
    check('and not overwritten', '2: 55.55' in desk.read('results.yaml') and '66.66' not in desk.read('results.yaml'))


def tells_why(desk):
    go(desk)
    click_text('๙๐.๖๘')
    check('a click on the score tells what was announced, and where', has_text('.asked', 'results.yaml:'))
    check('and what it is made of', page.wait('document.querySelectorAll(".asked .tree > li").length >= 3'))
    for _ in range(3):
        page.run('document.querySelectorAll(".asked .tree details:not([open])").forEach((each) => { each.open = true; })')
        time.sleep(0.1)
    check('down to the questions', page.run('return [...document.querySelectorAll(".asked .leaf")].some((each) => each.textContent.startsWith("i1 "))'))
    page.run('document.querySelector(".asked .leaf .show").click()')
    check('a leaf leads to where it is on the pages', page.wait('document.querySelector(".mark.chosen")'))
    page.click('[data-why=level]')
    check('the level is explained too', has_text('.asked', '✓') or has_text('.asked', '✗'))


def leads_to_the_file(desk):
    go(desk)
    name = 'ควรขยายเวลาให้บริการ'
    click_text(name)
    check('a text leads to its line in the data', has_text('.asked .place', 'results.yaml:'))
    check('and lights up', page.run('return document.querySelectorAll(".mark.same").length') > 0)
    click_text(name, alt=True)
    check('with Alt to the layout', has_text('.asked .place', 'sections.yaml:') or has_text('.asked .place', 'tables.yaml:'))


def adds_an_entry(desk):
    go(desk)
    before = desk.read('measures.yaml')
    step = page.run('''return [...document.querySelectorAll('.page text')].map((each) => each.textContent)''')
    first = next(line.split('- ', 1)[1] for line in before.splitlines() if line.strip().startswith('- ') and ':' not in line)
    found = next((text for text in step if first[:12] in text), None)
    if not check('a step of a measure is on the pages', found, first):
        return
    click_text(first[:12])
    check('an entry has its buttons', page.wait('document.querySelectorAll(".asked .entry button").length >= 5'))
    page.run('document.querySelectorAll(".asked .entry button")[1].click()')
    page.wait('!document.querySelector("#undo").disabled')
    lines = diff_of(before, desk.read('measures.yaml'))
    check('a copy is one more line', len(lines) == 1 and first[:12] in lines[0], lines)


def adds_a_measure(desk):
    go(desk)
    before = desk.read('measures.yaml')
    click_text('มาตรการจัดระบบบัตรคิว', '.page:nth-child(n+5)')
    page.wait('document.querySelector(".asked .entry button")')
    page.run('document.querySelector(".asked .entry button").click()')
    page.wait('document.querySelector("#dialog textarea")')
    page.keys('มาตรการใหม่: ทดสอบ')
    page.chord('control', '\ue007')
    check('a new measure is on the pages', has_text('.page text', 'มาตรการใหม่: ทดสอบ'))
    check('with what is still to be written', has_text('.page text', '<<รอเขียน>>'))
    lines = diff_of(before, desk.read('measures.yaml'))
    check('and only it is new in the file', len(lines) == 6 and all(line[0] == '+' for line in lines)
          and 'period: {from: 1 ตุลาคม 2568, to: 30 กันยายน 2569}' in lines[3], lines)
    check('after the one that was chosen', desk.read('measures.yaml').index('ใหม่: ทดสอบ') > before.index('รายงานผลทุกเดือน'))


def adds_to_what_is_not_there(desk):
    text = desk.read('results.yaml')
    desk.write('results.yaml', text[:text.index('recommendations:')])
    go(desk)
    page.click('#add')
    page.wait('document.querySelector("#dialog textarea")')
    page.run("""const select = document.querySelector('#dialog select'); select.value = 'results.recommendations.survey';
        select.dispatchEvent(new Event('change'));""")
    page.run('document.querySelector("#dialog textarea").focus()')
    page.keys('ขอให้เพิ่มที่จอดรถ')
    page.run('document.querySelector("#dialog form").requestSubmit()')
    check('a list that is not written yet can be added to', has_text('.page text', 'ขอให้เพิ่มที่จอดรถ')
          and desk.read('results.yaml').rstrip().endswith('recommendations:\n  survey:\n    - ขอให้เพิ่มที่จอดรถ'), desk.read('results.yaml')[-200:])


def acknowledges_a_finding(desk):
    desk.replace('results.yaml', 'overall: 90.68', 'overall: 91.99')
    go(desk)
    check('a figure that does not follow is a card', page.wait('document.querySelector(".card.error, .card.warning")'))
    count = page.run('return document.querySelectorAll(".card.error, .card.warning").length')
    page.keys('j')
    check('j chooses it and lights up its line', page.wait('document.querySelector(".card.chosen")'))
    page.run("""[...document.querySelectorAll('.card .act.write')].find((each) => each.textContent.includes('รับทราบ')).click()""")
    page.wait('document.querySelector("#dialog textarea")')
    page.keys('ตามประกาศของสำนักงาน ป.ป.ช.')
    page.run('document.querySelector("#dialog form").requestSubmit()')
    check('let pass with a reason, it is one less', page.wait(
        'document.querySelectorAll(".card.error, .card.warning").length < arguments[0] && document.body.dataset.version', count))
    check('and the reason is in edition.yaml, with what it is about',
          'ตามประกาศของสำนักงาน' in desk.read('edition.yaml') and 'content: ' in desk.read('edition.yaml'))
    page.click('[data-filter=known]')
    check('among those that are acknowledged', has_text('.card.known', 'ตามประกาศของสำนักงาน'))


def mends_a_finding(desk):
    wrong = 'ควรขยายเวลาทํางาน'  # NIKHAHIT and AA in place of SARA AM
    desk.replace('results.yaml', 'ควรขยายเวลาให้บริการ', wrong)
    go(desk)
    before = desk.read('results.yaml')
    check('what a rule knows to mend is offered', page.wait('[...document.querySelectorAll(".card")].some((each) => each.querySelector(".change ins"))'))
    check('with what goes and what comes, both to be seen', page.run("""const change = document.querySelector('.change');
        return change.querySelector('del').textContent + change.querySelector('ins').textContent;""") == 'ทําทำ', text_of('.change'))
    page.run("""[...document.querySelectorAll('.card')].find((each) => each.querySelector('.change')).querySelectorAll('.act.write')
        .forEach((each) => each.textContent === 'แก้ให้' && each.click())""")
    page.wait('!document.querySelector("#undo").disabled')
    lines = diff_of(before, desk.read('results.yaml'))
    check('mended, one line is other', len(lines) == 2 and 'ทำงาน' in lines[1], lines)
    desk.replace('results.yaml', 'ควรขยายเวลาทำงาน', 'ควรขยายเวลาต่างๆ')
    check('a space that is wanted is seen', page.wait("""[...document.querySelectorAll('.change ins')]
        .some((each) => each.textContent === '␣' || each.textContent === ' ')""") and '␣' in text_of('.change ins'), text_of('.change'))
    desk.replace('results.yaml', 'overall: 90.68', 'overall: 91.99')
    page.wait('document.querySelector(".card.error, .card.warning")')
    page.run("""[...document.querySelectorAll('.card.error footer button, .card.warning footer button')]
        .find((each) => /คำอธิบาย/.test(each.textContent)).click()""")
    check('and a rule is explained', page.wait('document.querySelector("#dialog").open && document.querySelector("#dialog p").textContent'))


def pastes_scores(desk):
    go(desk)
    before = desk.read('results.yaml')
    page.click('#paste')
    page.wait('document.querySelector("#dialog textarea")')
    page.run('''document.querySelector('#dialog textarea').value = 'i1\\t91.00\\ni2\\t91.67\\ni3\\t๙๓.๐๐';
        document.querySelector('#dialog textarea').dispatchEvent(new Event('input'))''')
    check('a preview shows what changes', page.run('return document.querySelectorAll(".preview tr.new").length') == 2)
    page.run('document.querySelector("#dialog form").requestSubmit()')
    check('and the scores are seen', has_text('.page text', '๙๓.๐๐'))
    check('only they are other in the file', len(diff_of(before, desk.read('results.yaml'))) == 4,
          diff_of(before, desk.read('results.yaml')))
    page.wait('!document.querySelector("#undo").disabled')
    page.keys('escape')
    page.chord('control', 'z')
    time.sleep(0.5)
    check('taken back at one stroke', desk.read('results.yaml') == before)


def works_by_keys(desk):
    go(desk)
    page.keys('g')
    page.wait('document.querySelector("#dialog input")')
    page.keys('๕', 'enter')
    check('g goes to a page', page.wait('document.querySelector(".thumb[aria-current]")?.textContent === "๕"'))
    page.keys('/')
    page.keys('ความโปร่งใส')
    check('/ finds, over the pages', page.wait('document.querySelectorAll(".mark.found").length > 1'))
    page.keys('escape')
    check('Esc ends it', page.wait('document.querySelectorAll(".mark.found").length === 0'))
    page.keys('right')
    check('arrows go from text to text', page.wait('document.querySelector(".mark.chosen")'))
    page.keys('b')
    check('b shows how the page is built', page.wait('document.querySelectorAll(".bone.line").length > 1'))
    page.keys('b', '?')
    check('? tells the keys', page.wait('document.querySelector("#dialog").open'))
    page.keys('escape')
    page.keys('+')
    check('+ enlarges', page.run('return document.querySelector("#zoom").textContent') != '')


PAGES = (3, 9, 17, 20, 47)  # contents, a chart, prose, a table, a page on its side


def is_true_to_print(desk):
    go(desk)
    subprocess.run([PROGRAM, 'build', '-q', '-o', f'{desk.folder}/report.pdf', desk.edition], check=True)
    for number in PAGES:
        subprocess.run(['pdftoppm', '-r', '144', '-gray', '-f', str(number), '-l', str(number), '-singlefile',
                        f'{desk.folder}/report.pdf', f'{desk.folder}/page'], check=True)
        with open(f'{desk.folder}/page.pgm', 'rb') as file:
            printed = pixels.read_pgm(file.read())
        x, y, width, height = page.run("""const page = document.querySelector(`#page-${arguments[0]}`);
            const points = (name) => `${2 * page.style.getPropertyValue(name)}px`;
            document.body.append(page);
            page.style.cssText += `; position: fixed; left: 0; top: 0; margin: 0; z-index: 99; box-shadow: none;
                width: ${points('--width')}; height: ${points('--height')}`;
            const box = page.getBoundingClientRect(); return [box.left, box.top, box.width, box.height];""", number)
        page.command('Emulation.setDeviceMetricsOverride', width=int(width), height=int(height), deviceScaleFactor=1, mobile=False)
        shown = page.command('Page.captureScreenshot', format='png')['data']
        counts, dark = pixels.unmatched(pixels.read_png(base64.b64decode(shown)), printed)
        check(f'page {number} is true to the print', dark > 1000 and sum(counts) * 10000 <= dark, f'{counts} of {dark}')
        page.run('document.querySelector(`#page-${arguments[0]}`).style.display = "none"', number)
    page.command('Emulation.clearDeviceMetricsOverride')


is_true_to_print.desk = ('input/2568',)


def is_read_aloud(desk):
    go(desk)
    tree = page.command('Accessibility.getFullAXTree')['nodes']
    said = [node.get('name', {}).get('value', '') for node in tree if not node.get('ignored')]
    check('a screen reader gets the letters of the pages', any('ควรขยายเวลาให้บริการ' in each for each in said))
    check('and the pages by their number', any(each.startswith('หน้า ๒ จาก') for each in said))
    of = lambda role: [node for node in tree if not node.get('ignored') and node['role']['value'] == role]
    levels = {one['value']['value'] for node in of('heading') for one in node.get('properties', []) if one['name'] == 'level'}
    check('headings with their levels', len(of('heading')) > 10 and {1, 2, 3} <= levels, levels)
    check('tables with rows, cells and heads', len(of('table')) > 5 and len(of('columnheader')) > 10
          and len(of('row')) > len(of('table')) and len(of('cell')) > len(of('row')))
    check('lists', len(of('list')) > 1 and len(of('listitem')) > len(of('list')))
    check('charts by their words', any('แผนภูมิ' in node['name']['value'] for node in of('image')))
    targets = [one['value']['value'] for node in of('link') for one in node['properties'] if one['name'] == 'url']
    check('and links, within the report and out of it', any('example.go.th' in each for each in targets) and any('#page-' in each for each in targets))
    page.run("document.querySelector('.paper a[data-y]').focus()")
    to = page.run("return document.querySelector('.paper a[data-y]').getAttribute('href').slice(6)")
    page.keys('enter')
    check('a link is followed by a key', page.wait('document.querySelector(".thumb[aria-current]").getAttribute("href") === arguments[0]', f'#page-{to}'))
    nameless = page.run("""return [...document.querySelectorAll('button, a.button, input, nav, aside')]
        .filter((each) => !(each.textContent.trim() || each.getAttribute('aria-label') || each.title)).map((each) => each.id)""")
    check('no button is without a name', nameless == [], nameless)


def shows_small_pages(desk):
    go(desk)
    seen = page.wait("""(() => { const first = document.querySelector('.thumb img');
        return first.complete && first.naturalWidth > 150 && first.naturalWidth; })()""")
    check('the small pages are pictures', seen and page.run('return document.querySelector(".thumb img").src.includes("/thumb/")'))
    desk.replace('results.yaml', 'i3: 98.33', 'i3: 198.33')
    check('what is wrong on a page is a red dot on its small one', page.wait('document.querySelector(".dot.error:not([hidden])")'))
    check('that says so', 'ข้อผิดพลาด' in page.run('return document.querySelector(".dot.error:not([hidden])").closest("a").getAttribute("aria-label")'))
    check('and a small page that is not there any more is none', desk.ask('thumb/0123456789abcdef')[0] == 404)
    page.run('document.querySelector(".thumb[tabindex=\\"0\\"]").focus()')
    page.keys('down')
    check('arrows go from one to the next', page.wait('document.activeElement.matches(".thumb:nth-child(2)")'))


def two_browsers(desk):
    other = Browser()
    try:
        go(desk)
        other.open(desk.address)
        other.wait('document.body.dataset.version')
        desk.replace('results.yaml', 'i3: 98.33', 'i3: 71.17')
        seen = other.wait('[...document.querySelectorAll(".page text")].some((each) => each.textContent.includes("๗๑.๑๗"))')
        check('two browsers are both told', seen and has_text('.page text', '๗๑.๑๗'))
    finally:
        other.close()


def only_shows(desk):
    go(desk)
    click_text('๙๘.๓๓', '.page:nth-child(n+4)')
    page.keys('e')
    check('read-only, nothing can be changed', not page.run('return document.querySelector(".spot-form") !== null'))
    check('nor without the page', desk.ask('edit', 'POST', {'path': 'results.scores.i3', 'text': '1'})[0] == 403)


only_shows.desk = ('tests/fixtures/small', ('--read-only',))


def main():
    global page
    if not (shutil.which('chromedriver') and shutil.which('chromium')):
        print('# SKIPPED: there is no chromium (Debian packages chromium and chromium-driver): the desk is not looked at')
        return
    try:
        page = Browser()
    except (WebDriverError, OSError) as error:
        print(f'# SKIPPED: chromium does not start here: {error}')
        return
    tests = [is_shown, follows_a_save, stays_while_the_data_is_broken, mends_broken_data,
             mends_a_desk_that_began_broken, changes_a_score_on_the_page,
             refuses_what_the_loader_refuses, overwrites_nobody, tells_why, leads_to_the_file, adds_an_entry, adds_a_measure,
             adds_to_what_is_not_there,
             acknowledges_a_finding, mends_a_finding, pastes_scores, works_by_keys, is_true_to_print,
             is_read_aloud, shows_small_pages, two_browsers, only_shows]
    wanted = sys.argv[1:]
    try:
        run(*[test for test in tests if not wanted or test.__name__ in wanted])
    finally:
        page.close()


main()
