// Tests wait for real work (a print, a start of PostgreSQL, a whole report rendered) on machines that may be busy: time never decides them.
jest.setTimeout(90_000);
