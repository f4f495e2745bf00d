import { draftAssessment } from '../../test/factories/assessment-document.factory';
import type { CommentResponse } from '../assessments/comments/comment.dto';
import { commentedSections, placeNamed, placesOf } from './comments.presenter';

const PERSON = { personId: 'p', name: 'Robin Ellery', role: 'privacy_official' as const };

const comment = (changes: Partial<CommentResponse>): CommentResponse => ({
  ...{ id: 'c', assessmentId: 'a', section: 'summary', service: null, answerTo: null, text: 'Why?' },
  ...{ author: PERSON, createdAt: new Date(0), resolvedAt: null, resolvedBy: null },
  ...changes,
});

it('puts every comment at its section, in the order of reading, and counts what is open', () => {
  const document = draftAssessment();
  const key = document.results[0]?.service.key as string;
  const sections = commentedSections('/a', document, [
    comment({ id: '1', section: 'riskRegister' }),
    comment({ id: '2', section: 'services', service: key, resolvedAt: new Date(5), resolvedBy: PERSON }),
    comment({ id: '3', section: 'services', service: key, answerTo: '2', text: 'Because.' }),
    comment({ id: '4' }),
  ]);
  const told = sections.filter(({ comments }) => comments.length > 0);
  expect(told.map(({ place, open }) => [place, open])).toEqual([
    ['summary', 1],
    [`services/${key}`, 0],
    ['riskRegister', 1],
  ]);
  expect(told[1]?.comments).toMatchObject([
    {
      isOpen: false,
      resolvedBy: 'Resolved by Robin Ellery, privacy official',
      answers: [{ text: 'Because.' }],
    },
  ]);
  expect(told[0]?.comments[0]).toMatchObject({
    href: '/a/comments/4',
    isOpen: true,
    resolvedBy: '',
    answers: [],
  });
});

it('names places so that a form can, and reads them back', () => {
  const places = placesOf(draftAssessment()).map(({ place }) => place);
  expect(new Set(places).size).toBe(places.length);
  expect(placeNamed('services/northlight-scribe')).toEqual({
    section: 'services',
    service: 'northlight-scribe',
  });
  expect(placeNamed('summary')).toEqual({ section: 'summary', service: null });
  expect(placeNamed('')).toEqual({ section: null, service: null });
});
