import { testSchedules } from './faults';

testSchedules(251, 250);
