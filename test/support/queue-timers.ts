// pg-boss asks for the timers of Node each time that it waits. A worker of it that is still on its way to stop when a file of tests is through would ask
// Jest for them, which gives nothing by then, and the file that comes next would fail. So here they are asked for beforehand.
jest.mock('pg-boss/src/tools', () => {
  const { setTimeout } = jest.requireActual<typeof import('node:timers/promises')>('node:timers/promises');
  return {
    delay(milliseconds: number, error?: string) {
      const waiting = new AbortController();
      const ended = setTimeout(milliseconds, null, { signal: waiting.signal }).then(
        () => {
          if (error) throw new Error(error);
        },
        () => undefined,
      );
      return Object.assign(ended, { abort: () => waiting.abort() });
    },
  };
});
