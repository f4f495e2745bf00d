import fc from 'fast-check';
import { buildAssessment } from '../assessments/build-assessment';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { findIncoherences } from '../dossiers/dossier-coherence';
import type { Dossier } from '../dossiers/dossier.document';
import { aDossier } from '../../test/factories/dossier.factory';
import { REDACTED } from '../common/redacted-mark';
import { RemovedTexts } from './removed-texts';
import { stringsIn, withTextsOfDossier } from './texts-of';
import {
  partOf,
  takenOutOfDocument,
  takenOutOfDossier,
  textsOfDocument,
  textsOfDossier,
  type Cut,
} from './take-out';

const NAME = 'Marla Quent';
const REASON = '/adjustments/0/reason';
const catalogs = loadCatalogs();

function dossierWith(reason: string, serviceName?: string): Dossier {
  const dossier = aDossier();
  const [adjustment] = dossier.adjustments ?? [];
  const [service] = dossier.services;
  if (!adjustment || !service) throw new Error('the example has lost its adjustment or service');
  adjustment.reason = reason;
  if (serviceName) service.name = serviceName;
  return dossier;
}

const documentOf = (dossier: Dossier) =>
  buildAssessment({
    dossier,
    asOf: '2026-11-22',
    createdAt: new Date('2026-11-22T15:00:00Z'),
    catalogs,
    assessmentId: null,
    organizationId: null,
    assessor: null,
    previous: null,
  });

const whole = (pointer: string, text: string): Cut => ({ pointer, start: 0, end: [...text].length });

describe('from a dossier', () => {
  it('the named part of a text goes, and the same text wherever else it was typed', () => {
    const dossier = dossierWith(`Drafts are read aloud. ${NAME} 🙂 agreed.`, `Scribe of marla  quent`);
    const cut = { pointer: REASON, start: 23, end: 34 };
    const out = takenOutOfDossier(dossier, [cut], new RemovedTexts([NAME]));
    expect(out.pointers.sort()).toEqual([REASON, '/services/0/name']);
    expect(out.left).toEqual([]);
    expect(out.value).toEqual(
      dossierWith('Drafts are read aloud. [redacted] 🙂 agreed.', 'Scribe of [redacted]'),
    );
  });

  it('of a named place even what is too short to be sought', () => {
    const out = takenOutOfDossier(dossierWith('Al'), [whole(REASON, 'Al')], new RemovedTexts(['Al']));
    expect(out.pointers).toEqual([REASON]);
    expect(out.value).toEqual(dossierWith(REDACTED));
  });

  it('parts that overlap go as one, counted in characters', () => {
    const text = '🙂 one two three';
    const cuts = [
      { pointer: REASON, start: 2, end: 9 },
      { pointer: REASON, start: 6, end: 15 },
      { pointer: REASON, start: 0, end: 1 },
    ];
    expect(cuts.map((cut) => partOf(text, cut))).toEqual(['one two', 'two three', '🙂']);
    const out = takenOutOfDossier(dossierWith(text), cuts, new RemovedTexts([]));
    expect(out.value).toEqual(dossierWith('[redacted] [redacted]'));
  });

  it('keys and choices stay, and are told where they seem to hold it', () => {
    const dossier = dossierWith('Northlight Scribe', 'Another name');
    const key = dossier.services[0]?.key;
    expect(key).toBe('northlight-scribe');
    const out = takenOutOfDossier(
      dossier,
      [whole(REASON, 'Northlight Scribe')],
      new RemovedTexts(['Northlight Scribe']),
    );
    expect(out.value.services[0]?.key).toBe(key);
    expect(out.left).toContain('/services/0/key');
  });

  it('a text that the mark makes too long for its field gives way to the mark', () => {
    const short = dossierWith('x', `Abcd ${'y'.repeat(195)}`);
    const out = takenOutOfDossier(short, [], new RemovedTexts(['Abcd']));
    expect(out.value.services[0]?.name).toBe(REDACTED);
  });

  it.each<[string, string, RegExp]>([
    ['an answer that is a choice', 'never', /answers.*value$/],
    ['the plan of a service whose plans are listed', 'business', /plan$/],
  ])('%s cannot be named, and stays when its word has to go', (_what, word, place) => {
    const { dossier } = documentOf(aDossier());
    const [at = ''] =
      stringsIn(dossier).find(([pointer, text]) => text === word && place.test(pointer)) ?? [];
    expect(textsOfDossier(dossier).has(at)).toBe(false);
    const out = takenOutOfDossier(dossier, [], new RemovedTexts([word]));
    expect(stringsIn(out.value)).toContainEqual([at, word]);
    expect(out.left).toContain(at);
  });

  it('what is left still fits together', () => {
    const dossier = aDossier();
    const cuts = [...textsOfDossier(dossier)].map(([pointer, text]) => whole(pointer, text));
    expect(findIncoherences(takenOutOfDossier(dossier, cuts, new RemovedTexts([])).value)).toEqual([]);
  });

  it('every text that can be named has room for the mark', () => {
    const texts = textsOfDossier(aDossier());
    const cuts = [...texts].map(([pointer, text]) => whole(pointer, text));
    const out = takenOutOfDossier(aDossier(), cuts, new RemovedTexts([]));
    expect(out.pointers).toHaveLength(texts.size);
    expect([...textsOfDossier(out.value).values()].filter((text) => text !== REDACTED)).toEqual([]);
  });
});

describe('from an assessment', () => {
  it('it goes from the facts and from the sentences made of them, and nothing else changes', () => {
    const reason = `As ${NAME} said.`;
    const document = documentOf(dossierWith(reason, `Scribe ${NAME}`));
    expect(JSON.stringify(document.results)).toContain(NAME);
    const out = takenOutOfDocument(document, [], new RemovedTexts([NAME]));
    expect(JSON.stringify(out.value)).not.toMatch(/marla|quent/i);
    expect(JSON.stringify(out.value)).toBe(JSON.stringify(document).replaceAll(NAME, REDACTED));
    expect(out.pointers).toContain(`/dossier${REASON}`);
  });

  it('the words by which the product names and dates it are not touched', () => {
    const document = documentOf(dossierWith('x'));
    const { scope, asOf, createdAt, sources, catalogs: used } = document;
    const out = takenOutOfDocument(
      document,
      [],
      new RemovedTexts(['2026', 'practice', scope, 'duecare', 'HIPAA']),
    );
    expect(out.value).toMatchObject({ scope, asOf, createdAt, sources, catalogs: used });
  });

  it('what was typed can be named, a choice or key cannot', () => {
    const texts = textsOfDocument(documentOf(dossierWith('quent')));
    expect(texts.get(`/dossier${REASON}`)).toBe('quent');
    expect(texts.has('/dossier/services/0/key')).toBe(false);
    expect(texts.has('/status')).toBe(false);
  });

  /** Each looks like a key, a date or a word of a list. */
  const LIKE_WORDS = ['078-05-1120', '312-555-0143', '1985-03-12', 'mrn-448812', 'marla.quent', 'quentorp'];

  it.each(LIKE_WORDS)('%s goes from every text, alone or in a sentence', (text) => {
    const dossier = dossierWith(`Of ${text}, twice: ${text}.`, text);
    dossier.practice.name = text;
    const document = documentOf(dossier);
    const out = takenOutOfDocument(document, [], new RemovedTexts([text]));
    expect(JSON.stringify(out.value)).not.toContain(text);
    expect(out.left).toEqual([]);
    expect(JSON.stringify(takenOutOfDossier(dossier, [], new RemovedTexts([text])).value)).not.toContain(
      text,
    );
  });

  it('what somebody typed goes wherever it was taken to from the facts, even when each text is one word', () => {
    let count = 0;
    const words: string[] = [];
    const worded = withTextsOfDossier(documentOf(aDossier()).dossier, () => {
      const word = `zqx${(count += 1)}zqx`;
      words.push(word);
      return word;
    });
    const out = takenOutOfDocument(documentOf(worded), [], new RemovedTexts(words));
    expect(words.length).toBeGreaterThan(50);
    expect(stringsIn(out.value).filter(([, text]) => text.includes('zqx'))).toEqual([]);
  });

  it('fields of the facts with a form of their own stay, and are told', () => {
    const dossier = dossierWith('Chicago');
    dossier.practice.timeZone = 'America/Chicago';
    const out = takenOutOfDocument(documentOf(dossier), [], new RemovedTexts(['Chicago']));
    expect(out.value.dossier.practice.timeZone).toBe('America/Chicago');
    expect(out.left).toContain('/dossier/practice/timeZone');
  });

  it('who had a text taken out earlier can be taken out too, and nothing else of that', () => {
    const redaction = {
      at: '2026-11-20T10:00:00.000Z',
      by: { name: NAME, role: 'client_data' },
      reason: 'client_data',
      places: 1,
      supersedes: { assessmentId: '0199aaaa-4488-7012-8448-812aaaaaaaaa', digest: 'a'.repeat(64) },
    };
    const document = { ...documentOf(dossierWith('x')), redactions: [redaction] };
    const out = takenOutOfDocument(document, [], new RemovedTexts([NAME, 'client_data']));
    expect(out.value.redactions).toEqual([{ ...redaction, by: { name: REDACTED, role: REDACTED } }]);
  });

  it('whichever text of the facts is taken out whole, it is gone from every text and told where it is left', () => {
    const document = documentOf(aDossier());
    const typed = [...textsOfDossier(document.dossier)];
    expect(typed.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...typed), ([pointer, text]) => {
        const texts = new RemovedTexts([text]);
        const out = takenOutOfDocument(document, [whole(`/dossier${pointer}`, text)], texts);
        const holding = stringsIn(out.value).filter(([, one]) => texts.isIn(one));
        expect(out.left).toEqual(expect.arrayContaining(holding.map(([at]) => at)));
        expect([...textsOfDocument(out.value).values()].filter((one) => texts.isIn(one))).toEqual([]);
      }),
    );
  });
});
