import { testSchedules } from './faults';

testSchedules(51, 50);
