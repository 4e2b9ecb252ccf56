import { testSchedules } from './note-faults';

testSchedules(251, 250);
