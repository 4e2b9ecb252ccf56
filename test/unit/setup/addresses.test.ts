import { expect, test } from 'vitest';

test('an address is parsed as often as it is asked for', () => {
  const isAddress = (address: string) => URL.canParse(address);
  const refused = Array.from({ length: 200_000 }, (_none, index) =>
    isAddress(index % 2 === 0 ? 'https://bücher.example/' : 'https://e.example/ä'),
  ).filter((can) => !can);
  expect(refused).toEqual([]);
});
