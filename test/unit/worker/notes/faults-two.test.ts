import { testSchedules } from './faults';

testSchedules(121, 120);
