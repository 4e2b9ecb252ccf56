/** The one thing the worker asks a helpdesk page: report again what you show. */
export const reportRequest = { type: 'worker.report' } as const;

export function isReportRequest(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === reportRequest.type
  );
}
