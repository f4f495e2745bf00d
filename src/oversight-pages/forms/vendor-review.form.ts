import type { OversightCatalog } from '../../oversight/oversight-catalog';
import { REVIEW_KINDS, type ReviewKind } from '../../oversight/oversight-words';
import {
  AgreedStepFields,
  ReviewedPointFields,
  VendorReviewFields,
} from '../../oversight/vendor-reviews/vendor-review.fields';
import type { FormPart } from '../../web/parted-form';
import { EVIDENCE_WORDS, titles, type RegisterForm } from './register-form';

export const VENDOR_REVIEW_FORM: RegisterForm = {
  type: VendorReviewFields,
  lead: 'The agenda of the kind of review is filled in. What nobody went through stays as it is, and is told as left out.',
  parts: ({ reviews, points, standings, conclusions }): readonly FormPart[] => [
    {
      title: 'The review',
      words: {
        kind: { label: 'What kind is it?', kind: 'select', options: titles(reviews) },
        services: { label: 'Which tools was it about?' },
        doneOn: { label: 'When was it?' },
        tookPart: { label: 'Who took part?', help: 'Name and role, one a line; those of the vendor too.' },
      },
    },
    {
      title: 'What was gone through',
      rows: {
        list: 'points',
        type: ReviewedPointFields,
        one: 'Point',
        words: {
          point: { label: 'What?', kind: 'select', options: titles(points) },
          standing: { label: 'How does it stand?', kind: 'select', options: standings },
          said: { label: 'What was said or seen?', kind: 'text' },
        },
      },
    },
    {
      title: 'What was agreed',
      rows: {
        list: 'agreed',
        type: AgreedStepFields,
        one: 'Agreed',
        words: {
          what: { label: 'What?', kind: 'text' },
          owner: { label: 'Who does it?' },
          dueOn: { label: 'Until when?' },
          doneOn: { label: 'When was it done?', help: 'Leave it empty while it is open.' },
        },
      },
    },
    {
      title: 'What follows',
      words: {
        conclusion: { label: 'What follows for using it?', options: conclusions },
        reason: { label: 'Why, and under which conditions?' },
        nextOn: {
          label: 'When is the next one?',
          help: 'Leave it empty to go by the interval of your obligations.',
        },
        ...EVIDENCE_WORDS,
      },
    },
  ],
  offered: (catalog, asked) => offeredAgenda(catalog, kindIn(asked)),
  keyWords: ({ kind, doneOn }, about) => `${about} ${String(kind)} ${String(doneOn)}`,
};

function kindIn(asked: string): ReviewKind {
  return REVIEW_KINDS.find((kind) => kind === asked) ?? 'business_review';
}

function offeredAgenda({ reviews }: OversightCatalog, kind: ReviewKind): Record<string, string> {
  return Object.fromEntries([
    ['kind', kind],
    ...reviews[kind].points.flatMap((point, place) => [
      [`points/${place}/point`, point],
      [`points/${place}/standing`, 'not_discussed'],
    ]),
  ]) as Record<string, string>;
}
