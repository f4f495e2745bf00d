// The forms about an adjustment: made, changed, withdrawn. The rules are those of the API: one for each figure, a reason always, and never below
// the floor of a gate, which the scoring lays on after it.
import { AdjustmentFields, PersonFields, WithdrawalFields } from '../../adjustments/adjustment.fields';
import type { CalendarDate } from '../../common/calendar-date';
import type { FormBody } from '../../common/http/form-body';
import type { RecordRow } from '../../records/record-kind';
import { levelWord } from '../../reports/security-risk-assessment/level-words';
import { addressOfTool } from '../../vendors/tool-of-page.query';
import type { ShownFaults } from '../../web/form-faults';
import { fieldViews, labelsOf, storedIn, type FieldView, type Values } from '../../web/form-view';
import type { RecordForm, StoredRecord } from '../../web/record-form';
import { recordFromForm } from '../../web/record-from-form';
import type { AdjustableThreat, AdjustedTool } from './adjusting.query';
import { WHAT_WORDS, WHO_WORDS, WHY_WORDS, WITHDRAW_WORDS } from './adjustment-words';

/** @param record to change; null for a new one */
export function adjustmentForm(
  organizationId: string,
  tool: AdjustedTool,
  record: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: record ? 'Change an adjustment' : 'Set a figure yourself',
    lead:
      `Duecare works the figures of ${tool.name} out from what is on record. Where you know better, set one, with your name and your reason. ` +
      'What the law stops stays stopped: no adjustment goes below it.',
    back: { href: at, label: tool.name },
    action: record ? `${at}/adjustments/${record.id}` : `${at}/adjustments`,
    button: record ? 'Save' : 'Set it',
    labels: labelsOf({ ...WHAT_WORDS, ...WHY_WORDS, ...prefixed('assessor/', WHO_WORDS) }),
    sections: (values, faults) => {
      const views = (words: Parameters<typeof fieldViews>[1]): FieldView[] =>
        Object.values(fieldViews(AdjustmentFields, words, values, faults));
      const [threat, ...rest] = views(WHAT_WORDS) as [FieldView, ...FieldView[]];
      return [
        {
          title: 'What',
          help: standsNow(tool, values),
          fields: [threatView(threat, tool, values), ...rest],
          isFolded: false,
        },
        { title: 'Why', help: '', fields: whyViews(values, faults), isFolded: false },
        { title: 'Who', help: '', fields: whoViews('assessor/', values, faults), isFolded: false },
      ];
    },
  };
}

export function withdrawalForm(organizationId: string, tool: AdjustedTool, record: RecordRow): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  const title = tool.threats.find(({ id }) => id === record.threat)?.title ?? String(record.threat);
  return {
    title: 'Withdraw an adjustment',
    lead: `From today the figure of “${title}” is as worked out from what is on record. The adjustment stays in the history, with your reason.`,
    back: { href: at, label: tool.name },
    action: `${at}/adjustments/${record.id}/withdrawal`,
    button: 'Withdraw it',
    labels: labelsOf({
      ...prefixed('withdrawal/', WITHDRAW_WORDS),
      ...prefixed('withdrawal/by/', WHO_WORDS),
    }),
    sections: (values, faults) => [
      {
        ...{ title: '', help: '', isFolded: false },
        fields: [
          ...Object.values(fieldViews(WithdrawalFields, WITHDRAW_WORDS, values, faults, 'withdrawal/')),
          ...whoViews('withdrawal/by/', values, faults),
        ],
      },
    ],
  };
}

export function storedAdjustment(record: RecordRow): StoredRecord {
  return { version: record.version, values: storedIn(record) };
}

/** A date of the decision that was left out is today. */
export function adjustmentBeside(form: FormBody, today: CalendarDate): Record<string, unknown> {
  return form.text('decidedOn').trim() === '' ? { decidedOn: today } : {};
}

export function withdrawalIn(form: FormBody, today: CalendarDate): Record<string, unknown> {
  return { withdrawal: { ...recordFromForm(WithdrawalFields, form, 'withdrawal/'), on: today } };
}

function whyViews(values: Values, faults: ShownFaults): FieldView[] {
  const { reason, decidedOn } = fieldViews(AdjustmentFields, WHY_WORDS, values, faults);
  return [reason, { ...decidedOn, required: false }];
}

function whoViews(at: string, values: Values, faults: ShownFaults): FieldView[] {
  return Object.values(fieldViews(PersonFields, WHO_WORDS, values, faults, at));
}

function threatView(view: FieldView, { threats }: AdjustedTool, values: Values): FieldView {
  const [chosen = ''] = values('threat');
  const listed = threats.map(({ id, title }) => ({ value: id, label: title }));
  const isListed = chosen === '' || listed.some(({ value }) => value === chosen);
  const options = isListed ? listed : [...listed, { value: chosen, label: chosen }];
  return {
    ...view,
    options: options.map((option) => ({ ...option, help: '', isChosen: option.value === chosen })),
  };
}

/** The figures of the threat that was come from, so that nobody has to go back and look. */
function standsNow({ threats }: AdjustedTool, values: Values): string {
  const [chosen] = values('threat');
  const threat = threats.find(({ id }) => id === chosen);
  return threat ? `${threat.scenario} ${figuresOf(threat)}` : '';
}

function figuresOf({ initiation, adverseImpact, impact, risk, gateFloor }: AdjustableThreat): string {
  const words = [initiation, adverseImpact, impact, risk].map((level) => levelWord(level).toLowerCase());
  const now = `Now: likely to start ${words[0]}, to do harm ${words[1]}, harm ${words[2]}; risk ${words[3]}.`;
  if (!gateFloor) return now;
  return `${now} What stops the tool holds its risk at ${levelWord(gateFloor).toLowerCase()} or higher until that is put right, whatever you set.`;
}

function prefixed<Words extends object>(at: string, words: Words): Record<string, Words[keyof Words]> {
  return Object.fromEntries(
    Object.entries(words).map(([name, of]) => [`${at}${name}`, of as Words[keyof Words]]),
  );
}
