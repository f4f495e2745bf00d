// Every problem the API can answer with: one documented type each (RFC 9457). docs/problems.md is generated from this list.
import { ACCESS_PROBLEMS } from './access-problems';
import { INSTALLATION_PROBLEMS } from './installation-problems';
import { RECORD_PROBLEMS } from './record-problems';
import { REQUEST_PROBLEMS } from './request-problems';

export const PROBLEM_TYPES = {
  ...REQUEST_PROBLEMS,
  ...ACCESS_PROBLEMS,
  ...RECORD_PROBLEMS,
  ...INSTALLATION_PROBLEMS,
} as const;

export type ProblemCode = keyof typeof PROBLEM_TYPES;

export const PROBLEM_CODES = Object.keys(PROBLEM_TYPES) as ProblemCode[];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_TYPES, code);
}

/** The address of a problem type's description, relative to the server. */
export function problemTypeUri(code: ProblemCode): string {
  return `/problems/${code}`;
}
