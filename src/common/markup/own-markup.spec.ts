import { cssString, escaped } from './own-markup';
import { shortened } from '../../reports/markup/shortened';

describe('markup', () => {
  it('escapes what could end a text or an attribute, and control characters', () => {
    expect(escaped('<a href="x">&\'\u0000\u0007</a>')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;&#39;  &lt;/a&gt;',
    );
  });

  it('writes a CSS string that nothing in it can end', () => {
    expect(cssString('a"}</style>\n\\é😀')).toBe('"a\\22 \\7d \\3c \\2f style\\3e \\a \\5c \\e9 \\1f600 "');
  });

  it('shortens between words and says so', () => {
    expect(shortened('Comprehensive Behavioral Documentation', 28)).toBe('Comprehensive Behavioral…');
    expect(shortened('Northlight Scribe', 28)).toBe('Northlight Scribe');
    expect([...shortened('x'.repeat(300), 40)]).toHaveLength(40);
  });
});
