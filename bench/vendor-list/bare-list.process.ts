import { serveBench } from '../vendor-read/server-process';
import { startBareList } from './bare-list';

serveBench(startBareList);
