// What a page of clauses that was sent changes. The page says beside each clause what was stored when it was shown: so two people may read at a time,
// verdicts of other pages are kept, and only where both changed the same clause are they asked. Pure.
import { createHash } from 'node:crypto';
import type { ProvisionId, ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import type { FormBody } from '../common/http/form-body';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { typedIn, type Values } from '../web/form-view';
import { NOT_READ, NOT_READ_WORDS } from './clause-words';

/** As it was typed: the rules of the API judge it later. Without a verdict the clause counts as not read. */
export interface ClauseChange {
  provision: ProvisionId;
  verdict: string | null;
  reference: string | null;
}

type Stored = readonly ProvisionVerdictFields[];

export const nameOf = (provision: ProvisionId, field: 'verdict' | 'reference'): string =>
  `provisions/${provision}/${field}`;

/** The hidden field of a page: `provision:digest`, a space between. A clause that was not read is not named. */
export function shownDigests(provisions: readonly ProvisionId[], stored: Stored): string {
  return provisions
    .flatMap((id) => {
      const digest = digestOf(storedAs(id, stored));
      return digest === '' ? [] : [`${id}:${digest}`];
    })
    .join(' ');
}

/**
 * @param stored verdicts of the agreement as they are now
 * @throws DomainError request-invalid for a place without a verdict, stale-version where somebody else changed the same clause
 */
export function clausesFromForm(
  form: FormBody,
  provisions: readonly ProvisionId[],
  stored: Stored,
): ClauseChange[] {
  const changes = touchedIn(form, provisions).filter((typed) => {
    return digestOf(typed) !== digestOf(storedAs(typed.provision, stored));
  });
  const faults = changes.flatMap(({ provision, verdict, reference }): Fault[] =>
    verdict === null && reference !== null
      ? [
          {
            pointer: `/${nameOf(provision, 'verdict')}`,
            code: 'invalid-field',
            detail: `choose what you found, so that the place you wrote can be kept; or leave the place empty for “${NOT_READ_WORDS}”`,
          },
        ]
      : [],
  );
  if (faults.length > 0)
    throw new DomainError('request-invalid', 'A place needs to say what stands there.', faults);
  if (contestedIn(form, provisions, stored).length > 0)
    throw new DomainError('stale-version', 'Somebody else changed the same clause.');
  return changes;
}

/** Clauses that were changed here and, since the page was shown, by somebody else to something else. */
export function contestedIn(
  form: FormBody,
  provisions: readonly ProvisionId[],
  stored: Stored,
): ProvisionId[] {
  const shown = digestsIn(form);
  return touchedIn(form, provisions).flatMap((typed) => {
    const now = digestOf(storedAs(typed.provision, stored));
    const isContested = now !== (shown.get(typed.provision) ?? '') && now !== digestOf(typed);
    return isContested ? [typed.provision] : [];
  });
}

/** What was typed where it was touched, and what is stored now where it was not: nothing of somebody else is undone by a page sent again. */
export function typedOverStored(form: FormBody, provisions: readonly ProvisionId[], stored: Stored): Values {
  const touched = new Set(touchedIn(form, provisions).map(({ provision }) => provision));
  const [typed, now] = [typedIn(form), storedValues(stored)];
  return (name) => (touched.has(name.split('/')[1] as ProvisionId) ? typed(name) : now(name));
}

/** The verdicts as the fields of a page hold them. */
export function storedValues(stored: Stored): Values {
  return (name) => {
    const [, provision, field] = name.split('/');
    const found = stored.find((one) => one.provision === provision);
    const value = field === 'verdict' ? found?.verdict : found?.reference;
    return value ? [value] : [];
  };
}

/** The verdicts of the whole agreement after a change; null where none is left. Those of other clauses stay as and where they were. */
export function withChanges(
  stored: Stored,
  changed: readonly ProvisionVerdictFields[],
  unread: readonly ProvisionId[],
): ProvisionVerdictFields[] | null {
  const anew = new Map(changed.map((one) => [one.provision, one]));
  const known = new Set(stored.map(({ provision }) => provision));
  const kept = stored.filter(({ provision }) => !unread.includes(provision));
  const list = [
    ...kept.map((one) => anew.get(one.provision) ?? one),
    ...changed.filter(({ provision }) => !known.has(provision)),
  ];
  return list.length > 0 ? list : null;
}

/** A refusal with places by clause instead of by index. @param judged the entries as they were judged */
export function byClause(error: unknown, judged: readonly Pick<ClauseChange, 'provision'>[]): unknown {
  if (!(error instanceof DomainError)) return error;
  const faults = error.faults.map((fault): Fault => {
    const [, index, field] = /^\/provisions\/(\d+)\/(.+)$/.exec(fault.pointer) ?? [];
    const change = judged[Number(index)];
    return change ? { ...fault, pointer: `/provisions/${change.provision}/${field}` } : fault;
  });
  return new DomainError(error.code, error.detail, faults);
}

function touchedIn(form: FormBody, provisions: readonly ProvisionId[]): ClauseChange[] {
  const shown = digestsIn(form);
  return provisions.flatMap((provision) => {
    const verdict = form.text(nameOf(provision, 'verdict')).trim();
    const reference = form.text(nameOf(provision, 'reference')).trim();
    const typed: ClauseChange = {
      provision,
      verdict: verdict === '' || verdict === NOT_READ ? null : verdict,
      reference: reference === '' ? null : reference,
    };
    return digestOf(typed) === (shown.get(provision) ?? '') ? [] : [typed];
  });
}

function digestsIn(form: FormBody): Map<string, string> {
  const pairs = form
    .text('shown')
    .split(' ')
    .filter((pair) => pair.includes(':'));
  return new Map(pairs.map((pair) => pair.split(':', 2) as [string, string]));
}

function storedAs(provision: ProvisionId, stored: Stored): ClauseChange {
  const found = stored.find((one) => one.provision === provision);
  return { provision, verdict: found?.verdict ?? null, reference: found?.reference ?? null };
}

/** Empty for a clause of which nothing is said. */
function digestOf({ verdict, reference }: ClauseChange): string {
  if (verdict === null && reference === null) return '';
  const said = JSON.stringify([verdict, reference?.trim() ?? null]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
