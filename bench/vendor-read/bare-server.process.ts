import { startBareServer } from './bare-server';
import { serveBench } from './server-process';

serveBench(startBareServer);
