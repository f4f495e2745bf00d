// Recording law, jurisdiction by jurisdiction: all 51, by modality, for clients and for clinicians.
import { practiceFacts, scribe } from '../../../../test/factories/service-facts.factory';
import { MODEL } from '../../../../test/factories/scored';
import type { UsState } from '../../../common/us-states';
import { compile } from '../compiled-model';
import { figuresOf } from '../evaluate';
import type { StateRecordingRule } from '../scoring-model';
import { groundOf, viewOn } from '../service-view';

const { states } = MODEL.recordingConsent;
const ONE_PARTY: UsState = 'WI';

/** The states of both gates for sessions recorded without consent. */
function gatesFor(where: Parameters<typeof practiceFacts>[0]): Record<'law' | 'house', string | undefined> {
  const facts = scribe({
    practice: practiceFacts(where),
    practiceMeasures: { ...scribe().practiceMeasures, consents: [] },
  });
  const { gates } = figuresOf(viewOn(groundOf(facts, MODEL), facts.asOf), compile(MODEL), 'high');
  const stateOf = (id: string) => gates.find(({ gate }) => gate.id === id)?.outcome.state;
  return { law: stateOf('recording-consent-law'), house: stateOf('recording-consent-unclear') };
}

/** What the entry asks for: law only where the rule is all-party, sure and read in its text; one party is enough only where that was read. */
function expected(
  { treatAs, confidence, inPerson, electronic, textRead }: StateRecordingRule,
  inRoom: boolean,
): string {
  const rule = inRoom ? inPerson : electronic;
  const isRead = textRead.includes(inRoom ? 'in_person' : 'electronic');
  if (rule === 'all_party' && confidence === 'high' && isRead) return 'law';
  return treatAs === 'all_party' || !isRead ? 'house' : 'none';
}

describe('recording without consent', () => {
  it('is looked up for all 51 jurisdictions', () => {
    expect(states).toHaveLength(51);
  });

  it.each(states.map((state) => [state.name, state] as const))(
    'in %s is judged by modality, and alike for clients and for clinicians',
    (_name, state) => {
      for (const modality of ['in_person', 'video', 'phone'] as const) {
        const wanted = expected(state, modality === 'in_person');
        for (const where of [
          { clientStates: [state.code], clinicianStates: [ONE_PARTY] },
          { clientStates: [ONE_PARTY], clinicianStates: [state.code] },
        ]) {
          const found = gatesFor({ ...where, modalities: [modality] });
          expect([modality, found.law === 'fired', found.house === 'fired']).toEqual([
            modality,
            wanted === 'law',
            wanted === 'house',
          ]);
        }
      }
    },
  );
});
