// What is written down of each type of problem.
export interface ProblemType {
  status: number;
  title: string;
  /** what happened */
  meaning: string;
  /** what the caller can do */
  remedy: string;
}
