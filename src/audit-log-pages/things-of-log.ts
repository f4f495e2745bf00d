// The things that entries of the audit log are about, as SQL: what each is called and where its page is, for those that still exist.

import { byName } from '../database/by-name.sql';

interface Thing {
  kind: string;
  select: string;
}

/** `r` is the entry, `$1` the organization. */
function thing(kind: string, name: string, path: string, from = `${kind} x`): Thing {
  return {
    kind,
    select: `select ${name} as name, ${path} as path from ${from}
      where r.subject_kind = '${kind}' and x.organization_id = $1 and x.id = r.subject_id`,
  };
}

const withPage = (kind: string, name: string, at: string): Thing =>
  thing(kind, name, `'${at}/' || x.id::text`);

/** In a part of the page of its tool. */
const ofTool = (kind: string, name: string, part: string): Thing =>
  thing(
    kind,
    name,
    `'/services/' || s.id::text || '${part}'`,
    `${kind} x join service s on s.organization_id = x.organization_id and s.key = x.service_key`,
  );

/** In a part of the page of the first tool of its vendor. */
const ofVendor = (kind: string, name: string, part: string): Thing =>
  thing(
    kind,
    name,
    `(select '/services/' || s.id::text || '${part}' from service s
      where s.organization_id = x.organization_id and s.vendor_key = x.vendor_key order by ${byName('s.name')}, s.id limit 1)`,
  );

/** Among others on the page of a list. */
const inList = (kind: string, name: string, at: string): Thing => thing(kind, name, `'${at}'`);

const THINGS: readonly Thing[] = [
  withPage('service', 'x.name', '/services'),
  thing(
    'vendor',
    'x.name',
    `(select '/services/' || s.id::text from service s
      where s.organization_id = x.organization_id and s.vendor_key = x.key order by ${byName('s.name')}, s.id limit 1)`,
  ),
  ofTool('data_flow', 'x.purpose', '#data-flows'),
  ofTool('checklist', 'null', '/checklist'),
  ofTool('practice_measures', 'null', '#measures'),
  ofTool('adjustment', 'x.threat', '#adjustments'),
  ofTool('model_card', 'x.model', '#papers'),
  ofTool('clinical_validation', 'x.study', '#papers'),
  ofTool('service_level', 'null', '#papers'),
  ofTool('exit_terms', 'null', '#papers'),
  ofVendor('agreement', 'x.title', '#agreement'),
  ofVendor('evidence', 'x.title', '#evidence'),
  ofVendor('soc2_report', 'x.auditor', '#papers'),
  ofVendor('attestation', `replace(x.kind, '_', ' ')`, '#papers'),
  ofVendor('financial_standing', 'null', '#papers'),
  withPage('bias_audit', 'x.measure', '/registers/bias-audits'),
  withPage('log_review', 'null', '/registers/log-reviews'),
  withPage('disputed_decision', 'x.reference', '/registers/disputed-decisions'),
  withPage('performance_measurement', 'null', '/registers/performance-measurements'),
  withPage('vendor_review', 'null', '/registers/vendor-reviews'),
  withPage('exit_plan', 'null', '/registers/exit-plans'),
  withPage('finding', 'x.title', '/registers/findings'),
  withPage('incident', 'x.title', '/incidents'),
  withPage('policy', 'x.title', '/policies'),
  withPage('consent_form', 'x.form_version', '/registers/consent-forms'),
  withPage('assessment', 'x.title', '/assessments'),
  thing(
    'policy_version',
    'x.title',
    `'/policies/' || p.id::text || '/versions/' || x.id::text`,
    'policy_version x join policy p on p.organization_id = x.organization_id and p.key = x.policy_key',
  ),
  withPage('questionnaire', 'null', '/questionnaires'),
  inList('risk_acceptance', 'x.threat', '/registers/risk-acceptances'),
  inList('practice_decision', 'null', '/registers/practice-decisions'),
  inList('asset', 'x.name', '/registers/assets'),
  inList('location', 'x.name', '/registers/assets'),
  inList('asset_connection', 'null', '/registers/assets'),
  inList('staff_member', 'x.name', '/registers/staff'),
  inList('training_record', 'null', '/registers/training'),
  thing('safeguard', 'x.entry', `'/safeguards/entries/' || x.entry`),
  inList('obligation_completion', 'null', '/obligations'),
  inList('obligation_setting', 'null', '/obligations/settings'),
];

/** The name of the thing and what follows the address of the practice; no row where the thing has no page, or is no more. */
export const THING_OF_ENTRY = THINGS.map(({ select }) => select).join('\n union all ');
