import { sectionIn, sectionNamed, sectionOf } from './sections';

describe('the section of a page', () => {
  it.each([
    ['', ''],
    ['/questionnaires', '/questionnaires'],
    ['/questionnaires/019a/answers', '/questionnaires'],
    ['/settings/people/019a', '/settings/people'],
    ['/settings/people/invitations/new', '/settings/people'],
    ['/settings', '/settings'],
    ['/safeguards/people', '/safeguards'],
    ['/services/019a/evidence', ''],
    ['/settingsandmore', ''],
    ['/reports/019a', ''],
  ])('%s is %j', (at, section) => {
    expect(sectionOf(at)).toBe(section);
  });

  it('is found in another practice, or the nearest that the role may see', () => {
    expect(sectionIn('019a', '/settings/people', 'owner')).toBe('/organizations/019a/settings/people');
    expect(sectionIn('019a', '/settings/people', 'clinician')).toBe('/organizations/019a/settings');
    expect(sectionIn('019a', '', 'clinician')).toBe('/organizations/019a');
  });

  it('that an address names is one that there is', () => {
    expect(['/settings/log', '//evil.example', '/settings/../..'].map(sectionNamed)).toEqual([
      '/settings/log',
      '',
      '',
    ]);
  });
});
