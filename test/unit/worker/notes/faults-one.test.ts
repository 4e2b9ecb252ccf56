import { testSchedules } from './faults';

testSchedules(1, 50);
