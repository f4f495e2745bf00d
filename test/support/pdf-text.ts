// The text that a PDF of ours draws, page by page, in the order of drawing: enough to ask whether words stand on a page. Chromium draws glyphs of
// embedded fonts and gives each font a table from glyphs to letters, which is read here.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib';

export async function textOfPages(pdf: Buffer): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map(({ node }) => {
    const contents = node.Contents();
    const parts =
      contents instanceof PDFArray ? contents.asArray().map((one) => node.context.lookup(one)) : [contents];
    const fonts = node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    return drawn(parts.map(textOf).join('\n'), fonts ? lettersOfFonts(fonts) : new Map());
  });
}

function textOf(stream: PDFObject | PDFRef | undefined): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    : '';
}

type Letters = ReadonlyMap<string, string>;

function lettersOfFonts(fonts: PDFDict): Map<string, Letters> {
  return new Map(
    fonts.entries().map(([name]) => {
      const font = fonts.lookup(name, PDFDict);
      return [name.asString(), lettersIn(textOf(font.lookup(PDFName.of('ToUnicode'))))];
    }),
  );
}

/** Of a ToUnicode table: <glyph> <letter>, and <first> <last> <letter of the first>. */
function lettersIn(table: string): Letters {
  const letters = new Map<string, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', code = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(glyph.toUpperCase(), letterOf(code));
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', code = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const from = parseInt(first, 16);
      for (let glyph = from; glyph <= parseInt(last, 16); glyph += 1) {
        const at = parseInt(code, 16) + glyph - from;
        letters.set(glyph.toString(16).toUpperCase().padStart(first.length, '0'), String.fromCodePoint(at));
      }
    }
  }
  return letters;
}

const letterOf = (code: string): string => Buffer.from(code, 'hex').swap16().toString('utf16le');

/** Pieces of text that are drawn one after the other run together; a new place begins a new line. */
function drawn(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  let text = '';
  for (const [token, font] of content.matchAll(/(\/\S+)\s+[\d.]+\s+Tf|<[0-9A-Fa-f]*>|\b(?:BT|Tm)\b/g)) {
    if (font) letters = fonts.get(font) ?? new Map();
    else if (token.startsWith('<'))
      text += (token.slice(1, -1).match(/.{4}/g) ?? [])
        .map((glyph) => letters.get(glyph.toUpperCase()) ?? '')
        .join('');
    else if (token === 'BT') text += '\n';
  }
  return text;
}
