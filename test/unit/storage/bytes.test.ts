import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../../lib/storage/bytes';

test('law: numbers are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat())), (numbers) => {
      const writer = new ByteWriter();
      for (const number of numbers) writer.number(number);
      const reader = new ByteReader(writer.written());
      expect(numbers.map(() => reader.number())).toEqual(numbers);
      expect(reader.at).toBe(writer.written().length);
    }),
  );
});
