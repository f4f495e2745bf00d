// Writes SVG elements; values of attributes and texts are escaped here and nowhere else.
import { escaped } from '../../common/markup/own-markup';

export type Attributes = Record<string, string | number>;

/** One element around children that are already SVG. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

export function text(attributes: Attributes, content: string): string {
  return element('text', attributes, [escaped(content)]);
}

/** An image to assistive technology: Chromium makes title and description the alternative text in the PDF. */
export function image(
  attributes: Attributes & { id: string },
  title: string,
  description: string,
  children: readonly string[],
): string {
  const { id, ...rest } = attributes;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      ...rest,
    },
    [
      element('title', { id: `${id}-title` }, [escaped(title)]),
      element('desc', { id: `${id}-description` }, [escaped(description)]),
      ...children,
    ],
  );
}
