// Waiting for what comes about by itself: a report that is printed, a job that is done.

/** Shorter than a test may take (patience.ts), so that one which waits in vain ends where it waited. */
const PATIENCE_MILLISECONDS = 80_000;

/** @throws Error when it did not come about in 80 seconds */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
