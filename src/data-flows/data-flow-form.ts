// The form about one data flow. Each end of the flow is one question: the parties, with every company behind the tool by its name.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import type { ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, type FieldView, type Values } from '../web/form-view';
import type { RecordForm, StoredRecord } from '../web/record-form';
import { DataFlowFields, type FlowEndFields } from './data-flow.fields';
import { END_WORDS, EXCEPTION_WORDS, KEPT_WORDS, ROLE_WORDS, WHAT_WORDS } from './data-flow-words';

type End = keyof typeof END_WORDS;

const BEHIND = 'behind ';

/** @param flow to change; null for a new one */
export function dataFlowForm(organizationId: string, tool: ToolOfPage, flow: RecordRow | null): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: flow ? 'Change a data flow' : 'Add a data flow',
    lead: `One way that clients’ data takes with ${tool.name}. Where data goes decides what could go wrong with it, and what needs an agreement.`,
    back: { href: at, label: tool.name },
    action: flow ? `${at}/data-flows/${flow.id}` : `${at}/data-flows`,
    button: flow ? 'Save' : 'Add the flow',
    labels: labelsOf({ ...END_WORDS, ...WHAT_WORDS, ...KEPT_WORDS, ...ROLE_WORDS, ...EXCEPTION_WORDS }),
    sections: (values, faults) => {
      const views = (words: Parameters<typeof fieldViews>[1]): FieldView[] =>
        Object.values(fieldViews(DataFlowFields, words, values, faults));
      const ends = [endView('from', tool, values, faults), endView('to', tool, values, faults)];
      return [
        { title: 'From where to where', help: '', fields: ends, isFolded: false },
        { title: 'What', help: '', fields: views(WHAT_WORDS), isFolded: false },
        { title: 'How it is kept', help: '', fields: views(KEPT_WORDS), isFolded: false },
        { title: 'Who gets it', help: '', fields: views(ROLE_WORDS), isFolded: false },
        { title: 'The exception, if there is one', help: '', fields: views(EXCEPTION_WORDS), isFolded: true },
      ];
    },
  };
}

export function storedFlow(flow: RecordRow): StoredRecord {
  const stored = storedIn(flow);
  const values: Values = (name) =>
    name === 'from' || name === 'to' ? [endValue(flow[name] as FlowEndFields)] : stored(name);
  return { version: flow.version, values };
}

/** What the names of the form do not say by themselves. */
export function flowBeside(form: FormBody): Record<string, unknown> {
  return { from: endOf(form, 'from'), to: endOf(form, 'to') };
}

function endView(end: End, tool: ToolOfPage, values: Values, { of }: ShownFaults): FieldView {
  const [chosen] = values(end);
  const option = (value: string, label: string) => ({ value, label, help: '', isChosen: value === chosen });
  const fault = of[end] ?? '';
  return {
    ...{ name: end, label: END_WORDS[end].label, help: '', kind: 'choice', required: true, value: '', fault },
    ...{ describedBy: fault && `${end}-fault`, autocomplete: '', inputmode: '', short: false },
    options: [
      option('clients', 'Clients'),
      option('practice', 'We, the practice'),
      option('service', tool.name),
      ...tool.subcontractors.map(({ key, name }) =>
        option(`${BEHIND}${key}`, `${name}, behind ${tool.vendorName}`),
      ),
    ],
  };
}

function endValue({ party, subcontractor }: FlowEndFields): string {
  return party === 'subcontractor' ? `${BEHIND}${subcontractor ?? ''}` : party;
}

function endOf(form: FormBody, end: End): Partial<FlowEndFields> | undefined {
  const value = form.text(end);
  if (value === '') return undefined;
  if (!value.startsWith(BEHIND)) return { party: value as FlowEndFields['party'] };
  return { party: 'subcontractor', subcontractor: value.slice(BEHIND.length) };
}
