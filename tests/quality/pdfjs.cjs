// pdfjs.cjs MODULES PDF - the text of a PDF as the viewer of Firefox gives it, a line for a line.
console.log = () => {}; // it would tell, among the text, that it cannot draw
const path = require('path');
const fs = require('fs');
const pdfjs = require(path.resolve(process.argv[2], 'pdfjs-dist/legacy/build/pdf.js'));

(async () => {
    const data = new Uint8Array(fs.readFileSync(process.argv[3]));
    const file = await pdfjs.getDocument({data, isEvalSupported: false, verbosity: 0}).promise;
    const out = [];
    for (let number = 1; number <= file.numPages; number++) {
        const page = await file.getPage(number);
        for (const item of (await page.getTextContent()).items) {
            out.push(item.str);
            if (item.hasEOL) out.push('\n');
        }
        out.push('\n\f');
    }
    process.stdout.write(out.join(''));
})();
