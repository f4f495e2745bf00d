// What the catalog of training holds, as types: the words are data (catalogs/training-modules.yaml and its folder).

/** What people do in the practice; one person may do several. */
export const STAFF_JOBS = ['clinician', 'intake', 'office', 'billing', 'lead'] as const;
export type StaffJob = (typeof STAFF_JOBS)[number];

export const STAFF_JOB_WORDS: Readonly<Record<StaffJob, string>> = {
  clinician: 'Clinician',
  intake: 'Intake',
  office: 'Office',
  billing: 'Billing',
  lead: 'Leads the practice or is an official',
};

/** The modules that there are. The catalog is held to this list as the application starts (src/catalogs/training-modules.shape.ts). */
export const TRAINING_MODULE_IDS = [
  'ai-basics',
  'what-goes-into-ai',
  'when-ai-fails',
  'recording',
  'talking-with-clients',
  'fairness',
  'roles-together',
  'clinical-use',
  'automation-explained',
  'privacy-in-the-office',
  'intake',
] as const;
export type TrainingModuleId = (typeof TRAINING_MODULE_IDS)[number];

/** Whom a module is for: everybody on the list of staff, or those of some jobs. */
export type ModuleAudience = StaffJob | 'everybody';

export interface TrainingPoint {
  readonly says: string;
  /** rows of the source documents that it serves */
  readonly sourceIds: readonly string[];
}

export interface TrainingRule {
  readonly citation: string | null;
  readonly standing: 'law' | 'good_practice';
  readonly says: string;
}

export interface TrainingModule {
  readonly id: TrainingModuleId;
  readonly title: string;
  readonly why: string;
  readonly jobs: readonly ModuleAudience[];
  /** it comes again after so many months; no rule sets a number */
  readonly months: number;
  /** whose interval it is: ours, or a source document's */
  readonly monthsFrom: 'house' | 'seed';
  /** templates of the policies that it teaches */
  readonly policies: readonly string[];
  readonly lessons: readonly TrainingPoint[];
  /** how somebody shows that they can do it */
  readonly checks: readonly TrainingPoint[];
  readonly rules: readonly TrainingRule[];
  /** rows that the module serves as a whole: that what is taught follows from the job */
  readonly curriculum: readonly string[] | null;
}

export function isFor({ jobs }: Pick<TrainingModule, 'jobs'>, of: readonly StaffJob[]): boolean {
  return jobs.some((job) => job === 'everybody' || of.includes(job));
}
