// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, expect, it } from 'vitest';

afterEach(cleanup);

it('has done what a slow rendering leads to by the time its words are found', async () => {
  const done: string[] = [];
  function Slow() {
    const [isThere, setThere] = useState(false);
    useEffect(() => {
      setTimeout(() => setThere(true));
    }, []);
    useEffect(() => {
      if (isThere) done.push('effect');
    }, [isThere]);
    // React gives way to everybody else after 5 ms, before it runs the effects.
    if (isThere) for (const start = performance.now(); performance.now() - start < 30; );
    return isThere ? 'there' : null;
  }
  render(<Slow />);
  await screen.findByText('there');
  expect(done).toEqual(['effect']);
});
