import { serveBench } from '../vendor-read/server-process';
import { startBareClearance } from './bare-clearance';

serveBench(startBareClearance);
