import fc from 'fast-check';
import { buildAssessment } from '../assessments/build-assessment';
import { loadCatalogs } from '../catalogs/load-catalogs';
import type { Dossier } from '../dossiers/dossier.document';
import { aDossier } from '../../test/factories/dossier.factory';
import { REDACTED, RemovedTexts } from './removed-texts';
import { stringsIn } from './texts-of';
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

  it('whichever text of the facts is taken out whole, no trace of it is left in any text', () => {
    const document = documentOf(aDossier());
    const typed = [...textsOfDossier(document.dossier)].filter(
      ([pointer, text]) => /\s/.test(text) && !pointer.includes('/questions/'),
    );
    expect(typed.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...typed), ([pointer, text]) => {
        const texts = new RemovedTexts([text]);
        const out = takenOutOfDocument(document, [whole(`/dossier${pointer}`, text)], texts);
        const strings = new Map(stringsIn(out.value));
        expect(out.left.filter((left) => /[\sA-Z]/.test(strings.get(left) ?? ' '))).toEqual([]); // keys alone
        expect([...textsOfDocument(out.value).values()].filter((one) => texts.isIn(one))).toEqual([]);
      }),
    );
  });
});
