// What changed under a form since it was adopted: elements whose facts are others now, that came or that went.
import { AS_OF, built, exampleDossier, practiceIn } from '../../../test/factories/consent-forms.factory';
import { changedElements } from './changed-elements';

describe('What changed under an adopted form', () => {
  const asked = { kind: 'ai_use', services: ['fernhill-scribe'] } as const;
  const adopted = built(asked, practiceIn(['IL'])).sections.flatMap(({ elements }) =>
    elements.map(({ id, title, usedFacts }) => ({ element: id, title, facts: [...usedFacts] })),
  );

  it('is nothing while the records stay', () =>
    expect(changedElements(adopted, built(asked, practiceIn(['IL'])))).toEqual([]));

  it('is the element whose facts are other facts now, with both', () => {
    const { dataFlows } = exampleDossier();
    const longer = (dataFlows ?? []).map((flow) => ({ ...flow, retentionDays: 30 }));
    expect(changedElements(adopted, built(asked, practiceIn(['IL'], { dataFlows: longer })))).toEqual([
      {
        element: 'vendor-retention',
        title: 'How long the tool keeps it',
        what: 'changed',
        facts: [{ fact: 'toolKeeps', was: 'for at most one day', is: 'for at most 30 days' }],
      },
    ]);
  });

  it('is an element that has come to apply, and one that applies no more', () => {
    const services = exampleDossier().services.map((service) =>
      service.key === 'fernhill-scribe'
        ? { ...service, functions: [...service.functions, 'billing' as const] }
        : service,
    );
    const now = built(asked, practiceIn(['IL'], { services }));
    expect(
      changedElements(adopted, now)
        .filter(({ what }) => what === 'added')
        .map(({ element }) => element),
    ).toEqual(['insurance-information']);
    const with_ = [...adopted, { element: 'dropped-call', title: 'If the call drops', facts: [] }];
    expect(changedElements(with_, built(asked, practiceIn(['IL'])))).toMatchObject([
      { element: 'dropped-call', what: 'gone' },
    ]);
  });

  it('names states that came or went', () =>
    expect(
      changedElements(adopted, built(asked, practiceIn(['WI']), AS_OF)).map(({ element }) => element),
    ).toEqual(['state-law']));
});
