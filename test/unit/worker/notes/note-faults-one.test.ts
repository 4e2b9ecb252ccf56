import { testSchedules } from './note-faults';

testSchedules(1, 250);
