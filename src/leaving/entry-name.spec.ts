import fc from 'fast-check';
import { fileEntryName } from './entry-name';

const ID = '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';

it.each([
  ['Security overview.pdf', 'Security overview.pdf'],
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['..\\..\\autoexec.bat', '.._.._autoexec.bat'],
  ['C:\\report?.pdf', 'C__report_.pdf'],
  ['ends with dots. . .', 'ends with dots'],
  ['', 'file'],
  ['...', 'file'],
  ['Zoë’s policy.docx', 'Zoë’s policy.docx'],
  ['gnp\u202etxt.exe', 'gnp_txt.exe'],
  [`${'long '.repeat(60)}name.pdf`, `${'long '.repeat(60).slice(0, 116)}.pdf`],
])('%j is packed as %j', (name, safe) => {
  expect(fileEntryName(ID, name)).toBe(`files/${ID}-${safe}`);
});

it('whatever it is called, it lies in its folder under a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const entry = fileEntryName(ID, name);
      expect(entry.split('/')).toHaveLength(2);
      expect(entry).not.toMatch(/[\\:*?"<>|\p{Cc}]|[. ]$/u);
      expect([...entry].length).toBeLessThanOrEqual(170);
    }),
  );
});
