// The only markup that a template prints without escaping: what our own code has drawn or laid out, with every typed text in
// it escaped where it was put in.
export class OwnMarkup {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and inside a quoted attribute, in HTML and in SVG. Control characters, which XML forbids, become spaces. */
export function escaped(text: string): string {
  return text.replace(/[\p{Cc}&<>"']/gu, (sign) => ENTITIES[sign] ?? (sign === '\n' ? sign : ' '));
}

/** A quoted CSS string: everything but plain letters, digits and spaces is written as an escape, so nothing can end it. */
export function cssString(text: string): string {
  const inside = [...text].map((sign) =>
    /[A-Za-z0-9 ]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${inside.join('')}"`;
}
