// Where an assessment stands, in a word and in a sentence.
import type { AssessmentResponse } from '../assessments/assessment.dto';

export type StandingCode = 'draft' | 'reviewed' | 'sealed' | 'superseded' | 'redacted';

export interface StandingView {
  code: StandingCode;
  word: string;
  told: string;
}

const STANDINGS: Readonly<Record<StandingCode, Omit<StandingView, 'code'>>> = {
  draft: { word: 'Draft', told: 'DRAFT: nobody has reviewed or sealed it yet. Do not file it as final.' },
  reviewed: {
    word: 'Reviewed',
    told: 'DRAFT: it has been reviewed and is not sealed yet. Do not file it as final.',
  },
  sealed: { word: 'Sealed', told: 'Sealed: it never changes again.' },
  superseded: {
    word: 'Superseded',
    told: 'Its text is gone: something in it had to be taken out, and another assessment took its place.',
  },
  redacted: { word: 'Text taken out', told: 'Its text is gone: something in it had to be taken out.' },
};

/** What has no text any more is told first, whatever it was before. */
export function standingOf({
  status,
  redactedAt,
  supersededBy,
}: Pick<AssessmentResponse, 'status' | 'redactedAt' | 'supersededBy'>): StandingView {
  const code = supersededBy ? 'superseded' : redactedAt ? 'redacted' : status;
  return { code, ...STANDINGS[code] };
}
