import {
  assessmentOfManyServices,
  sealedAssessment,
  unsignedDraft,
} from '../../../test/factories/assessment-document.factory';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../common/project-root';
import type { SealedAssessment } from '../../assessments/assessment.document';
import {
  prepareVendorReport,
  renderSecurityRiskAssessment,
  SecurityRiskAssessmentReport,
} from './render-security-risk-assessment';

/** The words on the page, without style and drawings. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

const HOSTILE =
  '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\'}</text>{{practice}}';

/** Every text of the document with something hostile behind it; codes, dates and keys stay what they are. */
function withHostileTexts(sealed: SealedAssessment): SealedAssessment {
  const typed =
    /^(name|title|plan|because|scenario|appliesBecause|reason|what|task|remedy|short|label|purpose|evidence|reference|auditor|summary|statement|scope|notice|role|source|citation|basisText|vendorName|modelProvider|exceptionCitation|formVersion|criterion|version|id)$/;
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return typed.test(key) ? `${value} ${HOSTILE}` : value;
    if (Array.isArray(value)) {
      const isWords = ['reasons', 'conditions', 'between', 'citations'].includes(key);
      return value.map((one) => (typeof one === 'string' && isWords ? `${one} ${HOSTILE}` : visit(one, key)));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, name)]));
    }
    return value;
  };
  return visit(structuredClone(sealed), '') as SealedAssessment;
}

describe('the security risk assessment as a report', () => {
  it('gives the same HTML for the same assessment', async () => {
    const [first, second] = await Promise.all([
      SecurityRiskAssessmentReport.load().then((report) => report.prepare(unsignedDraft())()),
      SecurityRiskAssessmentReport.load().then((report) => report.prepare(unsignedDraft())()),
    ]);
    expect(first).toBe(second);
  });

  it('does not depend on the order of the results', async () => {
    const turned = unsignedDraft();
    turned.document.results.reverse();
    expect(await renderSecurityRiskAssessment(turned)).toBe(
      await renderSecurityRiskAssessment(unsignedDraft()),
    );
  });

  it('says on the cover and beside the signatures that text was taken out, and of which document', async () => {
    const supersedes = { assessmentId: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f', digest: 'c'.repeat(64) };
    const by = { name: 'Amara Okonkwo', role: 'Privacy official' };
    const redaction = { at: '2026-11-29T09:30:00.000Z', by, reason: 'client_data', places: 7, supersedes };
    const html = await renderSecurityRiskAssessment(sealedAssessment({ redactions: [redaction] }));
    const [, cover = '', rest = ''] = html.split(/<\/?header class="cover">|<\/header>/);
    expect(wordsOf(cover)).toContain(
      'Text was taken out on November 29, 2026, after it was drawn up; section',
    );
    expect(wordsOf(html)).toContain(
      'Amara Okonkwo, Privacy official, had text taken out of 7 places, because it was about a client; nothing else was changed.',
    );
    expect(wordsOf(html)).toContain(
      `digest ${'cccccccc '.repeat(8).trim()}, which is gone. The people named here signed`,
    );
    expect([cover, rest].map((part) => part.includes(supersedes.assessmentId))).toEqual([true, false]);
  });

  it('says on the cover what it covers, that it is not the whole analysis, and that it is not legal advice', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft());
    const cover = wordsOf(/<header class="cover">[^]*?<\/header>/.exec(html)?.[0] ?? '');
    expect(cover).toContain('The AI-vendor part of the practice’s security risk analysis');
    expect(cover).toContain('It is not by itself the whole of that analysis');
    expect(cover).toContain('not legal advice');
    expect(cover).toContain('Law as of November 1, 2026');
  });

  it('repeats "not legal advice" and the date of the law, and "unsigned draft", on every page', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft());
    const plain = html.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
      String.fromCodePoint(parseInt(code, 16)),
    );
    expect(plain).toMatch(/@bottom-left\{content:"Not legal advice. Law as of November 1, 2026."\}/);
    expect(plain).toMatch(/@top-right\{content:"Unsigned draft"\}/);
  });

  it('never claims that anybody is compliant or certified', async () => {
    for (const sealed of [unsignedDraft(), sealedAssessment()]) {
      expect(wordsOf(await renderSecurityRiskAssessment(sealed))).not.toMatch(
        /complian|certif|OCR-defensible/i,
      );
    }
  });

  it('tells an unsigned draft from a sealed assessment', async () => {
    const draft = wordsOf(await renderSecurityRiskAssessment(unsignedDraft()));
    const sealed = wordsOf(await renderSecurityRiskAssessment(sealedAssessment()));
    expect(draft).toContain('No signature stands behind this document.');
    expect(draft).toContain('3fa9c1d2 3fa9c1d2');
    expect(sealed).not.toMatch(/unsigned/i);
    expect(sealed).toContain('Zoë Nuñez-O’Hara Security official; November 20, 2026, 18:02 UTC');
    expect(sealed).toContain('b1946ac9 2492d234');
    expect(sealed).toContain('duecare verify FILE');
  });

  it('calls an assessment a draft that says sealed but carries no signature', async () => {
    const unsigned = sealedAssessment();
    unsigned.seal.signatures = [];
    expect(await renderSecurityRiskAssessment(unsigned)).toContain('Unsigned draft');
  });

  it('shows a source that nobody has checked as unverified', async () => {
    const words = wordsOf(await renderSecurityRiskAssessment(unsignedDraft()));
    expect(words).toMatch(/Table G-2 .* Low, unverified From knowledge/);
    expect(words).toMatch(/164\.504\(e\) Disclosures .* High Verified: official text/);
  });

  it('prints every contribution with its factors, and the band that the sum reached', async () => {
    const words = wordsOf(await renderSecurityRiskAssessment(unsignedDraft()));
    expect(words).toMatch(
      /Independent examination of access control .* 3 4 met 4 independently audited 4 4 months old 192 192/,
    );
    expect(words).toContain('In the band from 144: three levels lower.');
  });

  it('shows every contribution of every threat, and leads to it from the row of the threat', async () => {
    const { document, seal } = unsignedDraft();
    const html = await renderSecurityRiskAssessment({ document, seal });
    const threats = document.results.flatMap((result) => result.threats);
    const contributions = threats.flatMap((threat) => threat.contributions);
    expect(contributions.length).toBeGreaterThan(20);
    expect(html.match(/<tr class="factors">/g)).toHaveLength(contributions.length);
    const links = [...html.matchAll(/<td class="page"><a href="#([^"]+)">/g)].map(([, anchor]) => anchor);
    expect(links).toHaveLength(threats.length);
    for (const anchor of links) expect(html).toContain(`<h3 id="${anchor}">`);
  });

  it('tells on the row of a threat on which page its workings are', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft(), new Map([['workings-1-2', 31]]));
    expect(html).toMatch(/<a href="#workings-1-2">page 31<\/a>/);
    expect(html).toMatch(/<a href="#workings-1-1">see<\/a>/);
  });

  it('shows gates by title, never by id', async () => {
    const { document, seal } = unsignedDraft();
    const words = wordsOf(await renderSecurityRiskAssessment({ document, seal }));
    for (const { id, title } of document.results.flatMap(({ gates }) => gates)) {
      expect(words).toContain(title);
      expect(words).not.toContain(id);
    }
  });

  it('groups the provisions of an agreement by what was found', async () => {
    const words = wordsOf(await renderSecurityRiskAssessment(unsignedDraft()));
    expect(words).toMatch(/Present: BAA-\w+/);
  });

  it('names who adjusted what, and why', async () => {
    const words = wordsOf(await renderSecurityRiskAssessment(unsignedDraft()));
    expect(words).toContain(
      'Adjusted by Zoë Nuñez-O’Hara, Security official, Oct 15, 2026. Likelihood of harm once begun set from Very low to Low. Reason: Drafts are read aloud in supervision every week.',
    );
  });

  it('lists checklist items that nobody has asked', async () => {
    expect(wordsOf(await renderSecurityRiskAssessment(unsignedDraft()))).toContain('Not asked');
  });

  it('escapes markup in every typed text, also in drawings and in the running heads', async () => {
    for (const sealed of [withHostileTexts(sealedAssessment()), withHostileTexts(unsignedDraft())]) {
      const html = await renderSecurityRiskAssessment(sealed);
      const parts = html.split(/<\/style>/);
      expect(parts).toHaveLength(2);
      expect(html).not.toMatch(/<script|<img/i);
      expect(html.match(/<\/title>/g)?.length).toBe(html.match(/<title[ >]/g)?.length);
      expect(html.match(/<\/text>/g)?.length).toBe(html.match(/<text[ >]/g)?.length);
      expect(html).toContain('&lt;script&gt;');
      expect(html).toContain('{{practice}}');
    }
  });

  it('loads nothing: no address in the page but those of name spaces and links inside it', async () => {
    const html = await renderSecurityRiskAssessment(sealedAssessment());
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#'))).toEqual(
      [],
    );
    expect([...html.matchAll(/url\(([^)]{0,12})/g)].every(([, to]) => to === 'data:font/wo')).toBe(true);
  });

  it('embeds the alphabets that occur, and no others', async () => {
    const latin = await renderSecurityRiskAssessment(unsignedDraft());
    const named = await renderSecurityRiskAssessment(
      unsignedDraft({ practice: { key: 'x', name: 'Nguyễn & Łukasz Counseling' } }),
    );
    expect(latin.match(/@font-face/g)).toHaveLength(6);
    expect((named.match(/@font-face/g) ?? []).length).toBeGreaterThanOrEqual(18);
  });

  it('nests its headings without gaps, and names each drawing', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft());
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(html.match(/<svg[^>]*role="img"/g)?.length).toBe(html.match(/<desc id=/g)?.length);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('puts page numbers into the contents when they are known', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft(), new Map([['sources', 26]]));
    expect(html).toMatch(/href="#sources">.*<span class="contents-page">26<\/span>/);
  });

  it('tells forty tools in a register, with a drawing of flows for each', async () => {
    const html = await renderSecurityRiskAssessment(
      assessmentOfManyServices(40, (index) => `Tool ${index + 1}`),
    );
    expect(html).toContain('id="register"');
    expect(html.match(/class="data-flow-diagram"/g)).toHaveLength(40);
    expect(wordsOf(html)).toContain('The flows are too many for one legible drawing');
  });

  it('renders the assessment that was sealed first, for ever, and says what was not worked out then', async () => {
    const golden = readFileSync(join(PROJECT_ROOT, 'test/fixtures/sealed/assessment-v1.json'), 'utf8');
    const sealed = JSON.parse(golden) as SealedAssessment;
    const words = wordsOf(await renderSecurityRiskAssessment(sealed));
    for (const { service } of sealed.document.results) expect(words).toContain(service.name);
    expect(words).toContain('The days without an agreement were not worked out in this assessment.');
    expect(words).toContain('The practice’s own register was not rated in this assessment.');
  });

  it('leads every link of the contents to a heading', async () => {
    const html = await renderSecurityRiskAssessment(unsignedDraft());
    const links = [...html.matchAll(/<li class="depth-\d"><a href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(links).toHaveLength(29);
    for (const anchor of links) expect(html).toMatch(new RegExp(`<h[12] id="${anchor}"`));
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      if (!anchor?.startsWith('mark-')) expect(html).toContain(` id="${anchor}"`);
  });

  it('on one tool tells of that tool and of no other, under the digest of the whole', async () => {
    const sealed = sealedAssessment();
    const render = await prepareVendorReport(sealed, 'northlight-scribe');
    const html = render?.() ?? '';
    const words = wordsOf(html);
    expect(words).toContain('Vendor report: Northlight Scribe');
    expect(words).toContain('3fa9c1d2 3fa9c1d2');
    for (const other of ['Openfield', 'Étoile']) expect(html).not.toContain(other);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      if (!anchor?.startsWith('mark-')) expect(html).toContain(` id="${anchor}"`);
  });

  it('on a tool that was not assessed is not made', async () => {
    expect(await prepareVendorReport(sealedAssessment(), 'unheard-of')).toBeNull();
  });

  it('renders an assessment with nothing in it', async () => {
    const empty = unsignedDraft({ results: [], sources: [], catalogs: [], holdsUntil: null, assessor: null });
    empty.document.dossier = {
      ...empty.document.dossier,
      vendors: [],
      services: [],
      agreements: null,
      soc2Reports: null,
      dataFlows: null,
      checklists: null,
      practiceMeasures: null,
      adjustments: null,
    };
    const words = wordsOf(await renderSecurityRiskAssessment(empty));
    expect(words).toContain('No tool is assessed');
    expect(words).toContain('No flow of client data is recorded.');
    expect(words).toContain('No agreement is on record.');
    expect(words).toContain('No SOC 2 report is on record');
    expect(words).toContain('No questionnaire has been issued');
    expect(words).toContain('No document is on file');
    expect(words).toContain('There is no sealed assessment before this one to compare with.');
  });
});
