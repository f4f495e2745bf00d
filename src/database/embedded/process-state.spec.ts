import { parseProcStat, parsePs, readProcess } from './process-state';

const after = 'S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 1000 2000';

describe('what is known of a process', () => {
  it('is read from /proc, whatever brackets and spaces are in its name', () => {
    expect(parseProcStat(`4711 (postgres) ${after}`)).toEqual({
      zombie: false,
      command: 'postgres',
      startedAt: '987654',
    });
    expect(parseProcStat(`4711 (a) Z (b) ${after}`)).toEqual({
      zombie: false,
      command: 'a) Z (b',
      startedAt: '987654',
    });
    expect(parseProcStat(`4711 (postgres) Z${after.slice(1)}`).zombie).toBe(true);
  });

  it('is read from ps where there is no /proc', () => {
    expect(parsePs('Ss   Sun Nov 22 19:44:40 2026 /opt/x/bin/postgres\n')).toEqual({
      zombie: false,
      command: 'postgres',
      startedAt: 'Sun Nov 22 19:44:40 2026',
    });
    expect(parsePs('Z+   Sun Nov 22 19:44:40 2026 (postgres)')?.zombie).toBe(true);
    expect(parsePs('')).toBeUndefined();
  });

  it('includes that this one runs and that one of a number nobody can have does not', async () => {
    expect((await readProcess(process.pid))?.zombie).toBe(false);
    expect(await readProcess(2147483647)).toBeUndefined();
  });
});
