import { CountryField, CountryListField, TimeZoneField } from '../common/fields';
import { fieldViews } from './form-view';
import { optionTags } from './option-tags';

class Place {
  @CountryField({ description: 'Where.', optional: true })
  country?: string | null;

  @CountryListField({ description: 'Where else.', optional: true })
  others?: string[] | null;

  @TimeZoneField({ description: 'Which clock.' })
  timeZone: string;
}

const WORDS = {
  country: { label: 'Country' },
  others: { label: 'Others' },
  timeZone: { label: 'Zone' },
};

function viewsOf(stored: Readonly<Record<string, readonly string[]>>) {
  return fieldViews(Place, WORDS, (name) => stored[name] ?? []);
}

describe('what is chosen from a list that everybody knows', () => {
  it('is a country by its name: not knowing first, then the United States, then the others by name', () => {
    const { country } = viewsOf({});
    expect(country.kind).toBe('select');
    expect(optionTags(country)).toMatch(
      /^<option value="">I don’t know<\/option><option value="US">United States<\/option><optgroup label="Other countries and territories"><option value="AF">Afghanistan</,
    );
  });

  it('is several countries, each in a list of its own, and two lists more', () => {
    const { others } = viewsOf({ others: ['DE', 'FR'] });
    expect(others.kind).toBe('countries');
    const chosen = others.picks?.map(({ options }) => options.find(({ isChosen }) => isChosen)?.label);
    expect(chosen).toEqual(['Germany', 'France', undefined, undefined]);
  });

  it('keeps a code that is stored and not listed', () => {
    const { country } = viewsOf({ country: ['UK'] });
    expect(optionTags(country)).toContain('<option value="UK" selected>UK</option>');
  });

  it('is a time zone, those of the United States first and by plain names', () => {
    const { timeZone } = viewsOf({ timeZone: ['Europe/Paris'] });
    const tags = optionTags(timeZone);
    expect(tags).toMatch(
      /^<option value=""><\/option><optgroup label="United States"><option value="America\/New_York">Eastern Time \(New York\)</,
    );
    expect(tags).toContain('<option value="Europe/Paris" selected>Europe/Paris</option>');
    expect(timeZone.options.filter(({ value }) => value === 'Europe/Paris')).toHaveLength(1);
  });

  it('is escaped like everything that was typed', () => {
    expect(optionTags(viewsOf({ country: ['<i>'] }).country)).toContain(
      '<option value="&lt;i&gt;" selected>',
    );
  });
});
