// End-to-end tests wait for real work (a print, a start of PostgreSQL) on machines that may be busy: time never decides them.
jest.setTimeout(90_000);
