// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SourceSelect } from '../../../../components/replies/SourceSelect';

afterEach(cleanup);

it('names a place that is gone as the one chosen, so that another one can be', () => {
  const onChange = vi.fn();
  const names = { connections: new Map(), platforms: new Map() };
  render(<SourceSelect id="s" value="gone" sources={[]} names={names} onChange={onChange} />);
  const places = screen.getByRole<HTMLSelectElement>('combobox', { name: /Keep it in/ });
  expect(places.selectedOptions[0]?.textContent).toBe('A removed connection');
  expect(screen.getByRole<HTMLOptionElement>('option', { name: /removed/ }).disabled).toBe(true);
  fireEvent.change(places, { target: { value: 'own' } });
  expect(onChange).toHaveBeenCalledWith('own');
});
