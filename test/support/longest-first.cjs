// Which end-to-end tests begin first. On a fresh clone nobody knows yet how long each takes, and Jest goes by the size of the file: the walk
// over every page takes minutes and is a short file. One that begins last runs alone, with the other core idle.
const { default: Sequencer } = require('@jest/test-sequencer');

/** The ones of minutes, longest first. */
const LONGEST = [
  'pages/every-page',
  'kill-during-import',
  'route-matrix',
  'pages/sealing-walk',
  'backup',
  'start-application',
  'pages/solo-way',
  'report-printing',
  'open-api',
  'pages/role-true',
  'dossiers',
];

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.e2e-spec.ts`));
  return place === -1 ? LONGEST.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
};
