/** A merge of two customers: the source's id no longer exists, the target's stays. */
export function mergeResource([source, target]: [string, string]) {
  const customer = (id: string) => ({
    links: { self: `/v1/customers/${id}` },
    data: { type: 'customer', id },
  });
  return {
    type: 'customer_merge',
    id: source,
    attributes: { status: 'success' },
    relationships: { source: customer(source), target: customer(target) },
  };
}
