// The outline against the report as it is printed of the example practice: each thing that a section must contain is there in words, or is awaited and really not there yet.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { buildAssessment } from '../../assessments/build-assessment';
import { draftEnvelope } from '../../assessments/sealing';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import { knownIn } from '../../dossiers/coherence/known-in';
import { readDossier } from '../../dossiers/read-dossier';
import { prepareVendorReport, renderSecurityRiskAssessment } from '../security-risk-assessment';
import { checkedOutline, loadReportOutline } from './report-outline';

const catalogs = loadCatalogs();
const outline = loadReportOutline();
const written = (): any =>
  parse(readFileSync(join(PROJECT_ROOT, 'catalogs', 'report-outline.yaml'), 'utf8')) as unknown;

/** What the report does not say yet. Whoever builds one of these takes it out of the catalog, and out of here. */
const AWAITED: string[] = [];

const envelope = draftEnvelope(
  buildAssessment({
    dossier: readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8'), {
      ...knownIn(catalogs),
      questionnaire: catalogs.questionnaire,
    }),
    asOf: '2026-11-22',
    createdAt: new Date('2026-11-22T15:04:05.678Z'),
    catalogs,
    assessmentId: null,
    organizationId: null,
    assessor: { name: 'Dana Whitfield', role: 'Security official' },
    preparation: { competence: 'Four years of this work', distribution: 'Owner and counsel' },
    earlier: [{ assessmentId: '019ab1c2', asOf: '2025-11-18', digest: 'ab'.repeat(32) }],
  }),
);
let html: string;

beforeAll(async () => {
  html = await renderSecurityRiskAssessment(envelope);
}, 60_000);

const plain = (part: string): string =>
  part
    .replace(/<style>[^]*?<\/style>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** The words from an anchor to the end of its section; of services, to the end of the last one. Null where the anchor is not there. */
function wordsAt(anchor: string): string | null {
  if (anchor === 'cover') return plain(/<header class="cover">[^]*?<\/header>/.exec(html)?.[0] ?? '');
  const from = html.indexOf(`id="${anchor}"`);
  if (from < 0) return null;
  const rest = html.slice(from);
  const end = anchor === 'services' ? rest.indexOf('page-actions') : rest.search(/<section class="section/);
  return plain(rest.slice(0, end < 0 ? undefined : end));
}

describe('The outline of the report', () => {
  const asked = outline.sections.flatMap(({ id, mustContain }) =>
    mustContain.map((one) => ({ ...one, id, name: `${id}: ${one.what}` })),
  );

  it.each(asked.flatMap((one) => (one.at === null ? [] : [one])))(
    'is kept at its place: $name',
    ({ at, words }) => {
      const said = wordsAt(at ?? '');
      expect(said).not.toBeNull();
      expect(said).toMatch(new RegExp(words ?? '', 'u'));
    },
  );

  it('awaits what is known to be awaited, and nothing that is there', () => {
    expect(outline.awaited.map(({ id }) => id)).toEqual(AWAITED);
    for (const id of AWAITED) expect([id, wordsAt(id)]).toEqual([id, null]);
    const lacks = wordsAt('lacks') ?? '';
    for (const { says } of outline.awaited) expect(lacks).toContain(says);
  });

  it('has a heading for each of the nine elements, in a section that the table leads to', () => {
    const headings = [...html.matchAll(/<h[123][^>]*>([^]*?)<\/h[123]>/g)].map(([, inner]) =>
      plain(inner ?? '').trim(),
    );
    for (const { title, heading, foundIn } of outline.elements) {
      expect(
        headings.filter((one) => one.toLowerCase().includes(heading.toLowerCase())).length,
      ).toBeGreaterThan(0);
      expect(wordsAt('nine-elements')).toContain(title);
      expect(foundIn.length).toBeGreaterThan(0);
    }
  });

  it('leads from the table to anchors that are there, with their pages once those are known', async () => {
    const guide = html.slice(html.indexOf('id="nine-elements"'), html.indexOf('id="lacks"'));
    const links = [...guide.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor ?? '');
    expect(links.length).toBeGreaterThan(20);
    for (const anchor of links) expect(html).toContain(`id="${anchor}"`);
    const paged = await renderSecurityRiskAssessment(envelope, new Map([['risk-register', 97]]));
    expect(plain(paged)).toContain('Risk register , page 97');
  });

  it('sorts every threat of the model by what it comes from, as the model does where it says', () => {
    const sorted = new Map(
      Object.entries(outline.threatSources).flatMap(([from, ids]) => ids.map((id) => [id, from])),
    );
    const { threats } = catalogs.scoringModel;
    expect([...sorted.keys()].sort()).toEqual(threats.map(({ id }) => id).sort());
    const called: Record<string, string> = {
      human: 'people',
      technical: 'technology',
      environmental: 'surroundings',
    };
    for (const { id, source } of threats)
      if (source) expect([id, sorted.get(id)]).toEqual([id, called[source]]);
  });

  it('is no part of the report on one tool', async () => {
    const [first] = envelope.document.results;
    const vendor = (await prepareVendorReport(envelope, first?.service.key ?? ''))?.() ?? '';
    expect(vendor).toContain('id="obligations"');
    expect(vendor).not.toMatch(/nine-elements|What this analysis lacks/);
  });
});

describe('An outline that does not fit together is refused', () => {
  it.each<[string, (outline: any) => void, RegExp]>([
    ['an element less', ({ elements }) => elements.pop(), /elements must be E1 E2/],
    ['sections in another order', ({ sections }) => sections.reverse(), /sections must be R0/],
    ['an element that is not there', ({ sections }) => sections[0].elements.push('E10'), /names E10/],
    ['a place without words', ({ sections }) => delete sections[0].mustContain[0].words, /must have a place/],
    [
      'a place that is awaited too',
      ({ sections }) => (sections[0].mustContain[0].awaits = 'assets'),
      /must have a place/,
    ],
    [
      'something awaited that nobody named',
      ({ sections }) => sections[0].mustContain.push({ what: 'Something', awaits: 'x' }),
      /is not in the list/,
    ],
    [
      'something named that nobody awaits',
      ({ awaited }) => awaited.push({ id: 'x', says: 'x' }),
      /awaited by nothing/,
    ],
    [
      'a section that the report does not know',
      ({ elements }) => elements[0].foundIn.push('nowhere'),
      /must be one of/,
    ],
    ['a threat twice', ({ threatSources }) => threatSources.people.push('T-02'), /has T-02 twice/],
  ])('%s', (_name, change, fault) => {
    const changed = written();
    change(changed);
    expect(() => checkedOutline(parse(stringify(changed)))).toThrow(fault);
  });
});
