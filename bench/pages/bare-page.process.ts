import { serveBench } from '../vendor-read/server-process';
import { startBarePage } from './bare-page';

serveBench(startBarePage);
