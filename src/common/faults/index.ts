export { FaultList, MAX_LISTED_FAULTS } from './fault-list';
export { pointerTo } from './json-pointer';
export { nearestWord } from './nearest-word';
