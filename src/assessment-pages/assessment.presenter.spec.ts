import {
  draftAssessment,
  sealedAssessment,
  unsignedDraft,
} from '../../test/factories/assessment-document.factory';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { SealedAssessment } from '../assessments/assessment.document';
import { openInDocument } from '../reports/security-risk-assessment/open-facts';
import { assessmentView, initialWords } from './assessment.presenter';
import { standingOf } from './assessment-state';

const row = (changes: Partial<AssessmentResponse> = {}): AssessmentResponse => ({
  ...{
    id: 'a',
    version: 1,
    status: 'draft',
    title: 'Assessment',
    asOf: '2026-11-20',
    digest: 'ab'.repeat(32),
  },
  ...{
    supersedes: null,
    supersededBy: null,
    redactedAt: null,
    openComments: 0,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  },
  ...changes,
});

const viewOf = (sealed: SealedAssessment, changes: Partial<AssessmentResponse> = {}) =>
  assessmentView('/organizations/o', row(changes), sealed);

describe('an assessment for its readers', () => {
  it('says DRAFT until it is sealed, and what can be done next', () => {
    const draft = viewOf(unsignedDraft());
    expect(draft).toMatchObject({ isFinal: false, canReview: true, canSeal: false, signings: [] });
    expect(draft.standing.told).toContain('DRAFT');
    const reviewed = viewOf(unsignedDraft(), { status: 'reviewed' });
    expect(reviewed).toMatchObject({ isFinal: false, canReview: false, canSeal: true });
    expect(reviewed.standing.told).toContain('DRAFT');
    const sealed = viewOf(sealedAssessment(), { status: 'sealed' });
    expect(sealed).toMatchObject({ isFinal: true, canReview: false, canSeal: false });
    expect(sealed.signings.map(({ act }) => act)).toContain('Sealed');
  });

  it('calls a tool initial as long as facts are open, and counts the same facts as its list', () => {
    const view = viewOf(unsignedDraft());
    const { results } = unsignedDraft().document;
    expect(view.initial).toBe(openInDocument(unsignedDraft().document, 'the tools'));
    expect(view.initial).toContain('facts open about the tools');
    for (const { service, unknowns } of results) {
      expect(view.decisions.find(({ name }) => name === service.name)?.initial).toBe(
        initialWords({ open: unknowns.length, of: null }),
      );
      expect(view.open.find(({ name }) => name === service.name)?.facts.length ?? 0).toBe(unknowns.length);
    }
  });

  it('names tools and effort of the steps, not their keys', () => {
    const [first] = draftAssessment().results;
    const key = first?.service.key ?? '';
    const step = { id: 'S', title: 'Sign an agreement.', effort: 1, services: [key], indexFall: 3 };
    const document = draftAssessment({
      topSteps: [
        { ...step, betters: [key] },
        { ...step, betters: [] },
      ],
    });
    const { steps } = viewOf({ ...unsignedDraft(), document });
    expect(steps).toEqual([
      {
        title: step.title,
        effort: 'an afternoon',
        effect: `by itself gives ${first?.service.name} a better result`,
      },
      { title: step.title, effort: 'an afternoon', effect: `lowers threats of ${first?.service.name}` },
    ]);
  });
});

it.each([
  [0, ''],
  [1, 'Initial, 1 of 20 facts open'],
  [12, 'Initial, 12 of 20 facts open'],
])('%s open: "%s"', (open, words) => {
  expect(initialWords({ open, of: 20 })).toBe(words);
});

it('where the text is gone, that is told before anything else', () => {
  expect(standingOf(row({ status: 'sealed', redactedAt: new Date(0), supersededBy: 'b' })).code).toBe(
    'superseded',
  );
  expect(standingOf(row({ status: 'sealed', redactedAt: new Date(0) })).code).toBe('redacted');
  expect(standingOf(row({ status: 'sealed' })).code).toBe('sealed');
});
