// docs/problems.md, from the catalogue: what a caller may meet, what happened, what to do.
import { FAULT_CODES } from './fault-codes';
import { PROBLEM_CODES, PROBLEM_TYPES, type ProblemCode } from './problem-catalogue';

const OPENING = `# Problems

<!-- Written by \`npm run docs\` from src/common/problems; change it there. -->

Every error of the API is a problem document (RFC 9457, \`application/problem+json\`). Its \`type\` is the address of one of the types below, which
the server also answers: \`GET /problems/not-found\`. \`title\` and \`status\` belong to the type; \`detail\` says what happened this time; \`requestId\`
is in the log too. Problems never repeat what somebody typed.`;

const FAULTS_OPENING = `## Faults

Where a problem has several causes, \`errors\` lists each of them: \`pointer\` says where in what was sent (JSON pointer, RFC 6901), \`detail\` what to do,
and \`code\` is one of these. At most a hundred are listed; \`detail\` of the problem says when there are more.`;

/** The page as Markdown. */
export function problemsPage(): string {
  const faults = Object.entries(FAULT_CODES).map(([code, meaning]) => `- \`${code}\`: ${meaning}`);
  return `${[OPENING, ...PROBLEM_CODES.map(section), FAULTS_OPENING, faults.join('\n')].join('\n\n')}\n`;
}

function section(code: ProblemCode): string {
  const { status, title, meaning, remedy } = PROBLEM_TYPES[code];
  return `## ${code}\n\n${title}: status ${status}.\n\nWhat happened: ${meaning}\n\nWhat to do: ${remedy}`;
}
