import { parsePasswd } from './server-account';

describe('the accounts of a machine', () => {
  it('are read from its passwd file, comments and damaged lines left out', () => {
    const text =
      '# a comment\nroot:x:0:0:root:/root:/bin/sh\nbroken\npostgres:x:101:104::/var:/bin/bash\nnobody:*:-2:-2::/:\n';
    expect(parsePasswd(text)).toEqual([
      { name: 'root', uid: 0, gid: 0 },
      { name: 'postgres', uid: 101, gid: 104 },
      { name: 'nobody', uid: 4294967294, gid: 4294967294 },
    ]);
  });
});
